import { html, raw } from 'hono/html';
import type { Definition } from '../../workflows/definition.ts';
import { pictureOf } from '../../workflows/picture/picture.ts';

/** The page before anything happened; its script fills it. */
export async function shell(
  definition: unknown,
  { shop, key }: { readonly shop: string; readonly key: string },
): Promise<string> {
  // What a stack runs as its state machine was read by the interpreter already; a stack without one has no picture.
  const picture = definition === undefined ? '' : pictureOf(definition as Definition);
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Shopkeeper</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_local/page/page.css" />
        <script type="module" src="/_local/page/page.js"></script>
      </head>
      <body data-shop="${shop}" data-key="${key}">
        <header class="top">
          <div class="what">
            <h1>Shopkeeper</h1>
            <p>
              looks after a shop’s orders: thanks, keeps informed, warns in time, asks whether it arrived, puts things
              right.
            </p>
          </div>
          <section id="clock" class="clock" aria-label="The shop’s clock"></section>
        </header>
        <div id="trouble" role="alert"></div>
        <main>
          <section id="start" class="card start" aria-label="Demo orders"></section>
          <div class="aside">
            <section id="order" class="card order" aria-label="The order"></section>
            <section id="mails" class="card mails" aria-label="Mails"></section>
          </div>
          <div class="stage">
            <section class="card tree-card" aria-label="Where the order is">
              <p id="story" class="story" role="status"></p>
              <div id="tree" class="scroll" tabindex="0" role="group" aria-label="The decision tree">
                ${raw(picture)}
              </div>
            </section>
            <section id="owed" class="card" aria-label="What is owed"></section>
            <section id="timeline" class="card" aria-label="Timeline"></section>
            <section id="path" class="card" aria-label="The path so far"></section>
            <section id="executions" class="card" aria-label="Executions"></section>
          </div>
        </main>
        <footer>
          <p>
            Everything here runs on this machine; no mail leaves it. The same as data:
            <a href="/_local/executions">executions</a> · <a href="/_local/mails">mails</a> ·
            <a href="/_local/mails?to=staff">mails to staff</a> · <a href="/_local/tree">state machines</a> ·
            <a href="/_local/clock">clock</a>
          </p>
        </footer>
      </body>
    </html> `;
  return page.toString();
}
