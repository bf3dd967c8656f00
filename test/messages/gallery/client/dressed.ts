/**
 * A mail or a page as it looks by day or by night, whatever the system is set to: its own query about the scheme is
 * answered in its style sheet. Links ask for a window of their own, which the frame may not open.
 */
export function dressed(html: string, light: string): string {
  const isDark = light === 'dark';
  return html
    .replaceAll(/\(prefers-color-scheme: ?dark\)/gu, isDark ? 'all' : 'not all')
    .replaceAll(/(color-scheme: ?)light dark/gu, `$1${isDark ? 'dark' : 'light'}`)
    .replaceAll(/(name="(?:supported-)?color-schemes?" content=")light dark/gu, `$1${isDark ? 'dark' : 'light'}`)
    .replace(/<head[^>]*>/iu, '$&<base target="_blank">');
}
