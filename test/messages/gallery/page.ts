import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { html, raw } from 'hono/html';
import type { Exhibit } from './exhibits.ts';
import { style } from './style.ts';

/** What hangs in one room: one message, or one kind of page, in one language. Packed, and unpacked when it is entered. */
interface Room {
  readonly what: string;
  readonly locale: string;
  readonly count: number;
  readonly findings: number;
  readonly packed: string;
}

/** One page that needs nothing but itself: what would be fifty megabytes of mails is packed by the room. */
export function galleryPage(exhibits: readonly Exhibit[], script: string): string {
  const rooms = roomsOf(exhibits);
  const found = rooms.reduce((sum, { findings }) => sum + findings, 0);
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    'frame-src about:',
    "base-uri 'none'",
  ].join('; ');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Every mail and page</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <nav>
          <h1>Every mail and page</h1>
          <p class="soft">${exhibits.length} of them; the lint finds ${found === 0 ? 'nothing' : found}.</p>
          <ul id="rooms"></ul>
        </nav>
        <main>
          <form id="filters"></form>
          <p id="shown" class="soft" role="status"></p>
          <div id="exhibits"></div>
        </main>
        <script type="application/json" id="data">
          ${raw(JSON.stringify(rooms).replaceAll('<', String.raw`\u003c`))}
        </script>
        ${raw(`<script>${script}</script>`)}
      </body>
    </html> `;
  if (page instanceof Promise) throw new TypeError('a page is written at once');
  return page.toString();
}

function roomsOf(exhibits: readonly Exhibit[]): readonly Room[] {
  const rooms = Map.groupBy(exhibits, ({ what, locale }) => `${what}/${locale}`);
  return [...rooms.values()].map((hung) => ({
    what: hung[0]!.what,
    locale: hung[0]!.locale,
    count: hung.length,
    findings: hung.reduce((sum, { findings }) => sum + findings.length, 0),
    packed: gzipSync(JSON.stringify(hung)).toString('base64'),
  }));
}
