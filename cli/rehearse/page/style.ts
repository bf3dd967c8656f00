/** The page's one style sheet: that of the shop's own page at `npm start`, on paper too. */
const style = `
:root{color-scheme:light dark;--paper:#f4f1ea;--card:#fff;--sunk:#f6f3ec;--shut:#e9e3d6;--ink:#24221d;--soft:#635d53;--line:#ddd6c8;--press:#1c6b58;--shop:#28579c;--customer:#8a3d78;--staff:#6b5b1f;--mail:#1c6b58;--on-mark:#fff;--kept:#1c6b58;--moved:#28579c;--warned:#8f5200;--broken:#a32a1e;--open:#6a645a;--good-paper:#dff0ea;--bad-paper:#fbe6e3}
@media (prefers-color-scheme:dark){:root{--paper:#121110;--card:#1c1b19;--sunk:#262421;--shut:#2b2721;--ink:#ece8df;--soft:#aaa397;--line:#3b3833;--press:#5dbfa3;--shop:#a3c1f4;--customer:#e0a6d2;--staff:#d9c883;--mail:#7fd3ba;--on-mark:#14130f;--kept:#7fd3ba;--moved:#a3c1f4;--warned:#efc077;--broken:#f4a79d;--open:#aaa397;--good-paper:#1d302a;--bad-paper:#431e19}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:960px;padding:0 16px 32px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2{font-family:Georgia,"Times New Roman",serif;font-weight:600;line-height:1.25;margin:0}
h1{font-size:30px}h2{font-size:21px}h3{font-size:16px;margin:0}
p,ul,ol,dl,pre,blockquote{margin:0}
ul,ol{padding:0;list-style:none}
header{display:grid;gap:10px;padding:28px 0 20px}
.about{font-size:18px;max-width:44em}
.soft{color:var(--soft);font-size:14px}
main{display:grid;gap:28px;grid-template-columns:minmax(0,1fr)}
footer{padding-top:24px}
section>h2{margin-bottom:12px}
.card,.moment .what{background:var(--card);border:1px solid var(--line);border-radius:12px}
.card{padding:18px 20px}
.verdict{padding:10px 14px;border-radius:8px}
.good{background:var(--good-paper)}.bad{background:var(--bad-paper)}
.bad ul{list-style:disc;padding-left:20px}
.glance{display:grid;gap:4px 36px;grid-template-columns:minmax(0,1fr)}
dl div{display:grid;grid-template-columns:8.5em 1fr;gap:8px;padding:3px 0}
dt{color:var(--soft)}dd{margin:0}
table{border-collapse:collapse;width:100%;align-self:start}
caption{text-align:left;color:var(--soft);padding:3px 0}
td{padding:4px 0;border-top:1px solid var(--line);vertical-align:top}
td:last-child{text-align:right;white-space:nowrap;padding-left:12px}
.total{font-weight:600}
.picture{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:12px}
.picture svg{display:block;margin:0 auto;font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.picture text{fill:var(--ink)}
.open-day rect{fill:none}.closed-day rect{fill:var(--shut)}
.open-day line,.closed-day line{stroke:var(--line)}
.open-day text,.closed-day text,.picture .lane{fill:var(--soft)}
.picture .lane{font-weight:600}
.picture a text{fill:var(--on-mark);font-weight:700}
.picture a{text-decoration:none}
.mark-shop{fill:var(--shop);background:var(--shop)}.mark-customer{fill:var(--customer);background:var(--customer)}
.mark-staff{fill:var(--staff);background:var(--staff)}.mark-mail{fill:var(--mail);background:var(--mail)}
.bar.kept rect{fill:var(--kept)}.bar.moved rect{fill:var(--moved)}.bar.warned rect{fill:var(--warned)}.bar.broken rect{fill:var(--broken)}.bar.open rect{fill:var(--open)}
.legend{margin-top:8px}
.day{margin-top:18px}
.day h3{padding-bottom:6px}
.moment{display:grid;grid-template-columns:3.6em minmax(0,1fr);gap:8px;padding:5px 0;scroll-margin-top:12px}
.hour{padding-top:13px;color:var(--soft);font-variant-numeric:tabular-nums}
.moment .what{display:grid;gap:10px;padding:12px 14px;min-width:0}
.fact p:first-child,.mail>summary{display:flex;gap:10px;align-items:flex-start}
.fact,.mail{scroll-margin-top:12px}
.badge{flex:none;min-width:24px;height:24px;padding:0 4px;border-radius:6px;color:var(--on-mark);font:700 13px/24px system-ui,sans-serif;text-align:center}
.badge.mark-mail{border-radius:12px}
blockquote{margin:6px 0 0 34px;padding:2px 12px;border-left:3px solid var(--line);color:var(--soft);white-space:pre-line}
.fact>.soft{margin:2px 0 0 34px}
.silence{color:var(--warned)}
.mail>summary{padding:9px 12px;border:1px solid var(--mail);border-radius:10px;background:var(--sunk);cursor:pointer}
.mail.staff>summary{border-color:var(--staff)}
.mail[open]>summary{border-radius:10px 10px 0 0}
.mail small{display:block;color:var(--soft);font-size:14px}
.mail>summary::-webkit-details-marker{display:none}
.mail>summary{list-style:none;position:relative;padding-right:40px}
.mail>summary::after{content:"";position:absolute;right:17px;top:18px;width:8px;height:8px;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(45deg)}
.mail[open]>summary::after{top:22px;transform:rotate(225deg)}
iframe{display:block;width:390px;max-width:100%;margin:12px auto;border:1px solid var(--line);border-radius:16px;background:var(--paper);resize:vertical;overflow:auto}
.plain{padding:0 12px 4px}
.plain summary,.states summary{cursor:pointer;color:var(--soft);font-size:14px}
pre{white-space:pre-wrap;padding:12px;background:var(--sunk);border-radius:8px;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
.task{padding-left:12px;border-left:3px solid var(--staff)}
.promise{padding-left:12px;border-left:3px solid var(--open)}
.promise.kept{border-color:var(--kept)}.promise.moved{border-color:var(--moved)}.promise.warned{border-color:var(--warned)}.promise.broken{border-color:var(--broken)}
.kept .became,.kept .sign{color:var(--kept)}.moved .became,.moved .sign{color:var(--moved)}.warned .became,.warned .sign{color:var(--warned)}.broken .became,.broken .sign{color:var(--broken)}.open .became,.open .sign{color:var(--open)}
.end{padding:8px 12px;border-radius:8px;background:var(--good-paper)}
.promises li{display:grid;grid-template-columns:1.6em 1fr;padding:4px 0}
.sign{font-weight:700}
.states ol{display:flex;flex-wrap:wrap;gap:2px 14px;padding-top:4px}
code,.states em{font:12.5px ui-monospace,Menlo,Consolas,monospace;color:var(--soft)}
.states em{color:var(--warned)}
:target{outline:3px solid var(--press);outline-offset:3px;border-radius:10px}
:focus-visible{outline:3px solid var(--press);outline-offset:2px}
@media (min-width:760px){.glance{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}.glance h2{grid-column:1/-1}}
@media (max-width:520px){.moment{grid-template-columns:minmax(0,1fr);gap:2px}.hour{padding:4px 0 0 2px}.moment .what{padding:10px}dl div{grid-template-columns:1fr;gap:0;padding:5px 0}h1{font-size:26px}}
@media print{:root{--paper:#fff;--sunk:#fff}body{max-width:none;font-size:12px}details::details-content{content-visibility:visible;block-size:auto}iframe{break-inside:avoid}.picture{overflow:visible}.picture svg{max-width:100%;height:auto}.plain,.legend{display:none}}
`;

/** The style sheet as it stands in the page, to the byte. */
export const styleElement = `<style>${style}</style>`;

/** Nothing from anywhere. Mails are in frames that inherit it, and bring their styles with them. */
export const contentPolicy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
