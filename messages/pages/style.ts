import { createHash } from 'node:crypto';

/** The pages' one style sheet, inside the page: a phone in a tunnel needs one answer, not two. */
const style = `
:root{color-scheme:light dark;--paper:#f4f1ea;--card:#fff;--panel:#f1ede3;--ink:#22201c;--soft:#5d584f;--line:#d8d1c2;--press:#1f5c4a;--on-press:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#171613;--card:#23211d;--panel:#302d27;--ink:#f1ede4;--soft:#bcb5a8;--line:#4a463e;--press:#93d6bf;--on-press:#10241d}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:38rem;padding:0 0 2rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
header,footer{padding:1.5rem 1.5rem 1rem}
header p,footer p{margin:0}
.shop{font:1.3125rem/1.3 Georgia,"Times New Roman",serif}
.soft,footer{color:var(--soft);font-size:1rem}
main:first-child{margin-top:1.5rem}
main>section+section[lang]{border-top:1px solid var(--line);margin-top:1.25rem;padding-top:1.5rem}
main>:last-child{margin-bottom:0}
main{background:var(--card);border-radius:.875rem;padding:1.75rem 1.5rem}
h1{font:1.6875rem/1.25 Georgia,"Times New Roman",serif;margin:0 0 1rem}
h2{font-size:1.0625rem;margin:1.75rem 0 .25rem}
p{margin:0 0 .875rem}
a{color:var(--press);display:inline-block;padding:.625rem 0}
a:focus-visible,button:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:3px solid var(--press);outline-offset:2px}
form{margin:0}
.answers{display:grid;gap:.75rem;margin:1.25rem 0 1rem}
.answer,summary{display:block;width:100%;min-height:4rem;padding:.875rem 1.25rem;border:2px solid var(--press);border-radius:.75rem;background:transparent;color:inherit;font:inherit;text-align:left;cursor:pointer}
.answer b,summary b{display:block;font-size:1.1875rem}
.answer span,summary span{color:var(--soft);font-size:1rem}
.yes{background:var(--press);color:var(--on-press)}
.yes span{color:inherit}
summary{list-style:none;position:relative;padding-right:3.25rem}
summary::after{content:"";position:absolute;right:1.375rem;top:50%;width:.625rem;height:.625rem;border:solid var(--press);border-width:0 2px 2px 0;transform:translateY(-70%) rotate(45deg)}
details[open]>summary::after{transform:translateY(-30%) rotate(225deg)}
summary::-webkit-details-marker{display:none}
details[open]>summary{border-radius:.75rem .75rem 0 0}
details>form{border:2px solid var(--press);border-top:0;border-radius:0 0 .75rem .75rem;padding:1rem 1.25rem 1.25rem}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend,.field{display:block;padding:0;font-weight:600;margin:0 0 .25rem}
.radio{display:flex;align-items:center;gap:.75rem;min-height:2.875rem}
.radio input{width:1.375rem;height:1.375rem;margin:0;flex:none;accent-color:var(--press)}
select,textarea{display:block;width:100%;min-height:3rem;margin:0 0 1rem;padding:.625rem .75rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:inherit;font:inherit}
main>p+form{margin-top:1.5rem}
.hint{margin:-.5rem 0 1.5rem}
.send{min-height:3.25rem;padding:.75rem 1.75rem;border:0;border-radius:.625rem;background:var(--press);color:var(--on-press);font:inherit;font-size:1.125rem;font-weight:600;cursor:pointer}
.panel{background:var(--panel);border-radius:.625rem;padding:.875rem 1.125rem;margin:0 0 1rem}
.panel p{margin:0}
.code{font:600 1.4375rem/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.04em}
.parcel{border-top:1px solid var(--line);margin:1.25rem 0 0;padding:1rem 0 0}
.parcel p{margin:0}
.parcel ul{list-style:none;margin:.25rem 0 .375rem;padding:0}
.status{font-weight:600}
`;

/** The style sheet as it stands in the page, to the byte: its hash is of what lies between the tags. */
export const styleElement = `<style>${style}</style>`;

/** What a `style-src` must name for the browser to take the style sheet, and nothing else. */
export const pageStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * The Content-Security-Policy that goes with every page: no scripts, no images, nothing from elsewhere, forms to
 * ourselves only, in nobody's frame.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${pageStyleHash}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
