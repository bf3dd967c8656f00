/** The style sheet of the gallery; the mails in it have their own. */
export const style = `
:root{color-scheme:light dark;--paper:#eceae4;--card:#fff;--ink:#24221d;--soft:#635d53;--line:#d2cbbd;--press:#1c6b58;--bad:#a32a1e;--bad-paper:#fbe6e3}
@media (prefers-color-scheme:dark){:root{--paper:#0f0e0d;--card:#1c1b19;--ink:#ece8df;--soft:#aaa397;--line:#3b3833;--press:#5dbfa3;--bad:#f4a79d;--bad-paper:#431e19}}
*{box-sizing:border-box}
body{margin:0;display:grid;grid-template-columns:15rem minmax(0,1fr);background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:16px;border-right:1px solid var(--line)}
h1{font:600 20px/1.3 Georgia,"Times New Roman",serif;margin:0}
h2{font-size:16px;margin:0;overflow-wrap:anywhere}
p{margin:0}ul{list-style:none;margin:12px 0 0;padding:0}
.soft{color:var(--soft);font-size:13px}
#rooms a{display:flex;justify-content:space-between;gap:8px;padding:4px 8px;border-radius:6px;color:inherit;text-decoration:none}
#rooms a:hover,#rooms a[aria-current]{background:var(--card)}
#rooms a[aria-current]{color:var(--press);font-weight:600}
.bad{color:var(--bad)}
main{padding:0 14px 40px}
form{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:8px 18px;align-items:center;background:var(--paper);padding:12px 0}
label{display:inline-flex;gap:6px;align-items:center}
select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:4px 6px}
article{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px;margin:14px 0}
.findings{background:var(--bad-paper);color:var(--bad);border-radius:6px;padding:8px 12px;margin:8px 0 0;list-style:none}
.sheets{display:flex;gap:14px;align-items:flex-start;overflow-x:auto;margin-top:12px}
figure{margin:0;flex:none}
figure:has(pre){flex:1 0 17rem;max-width:40rem;min-width:0;width:17rem}
figcaption{color:var(--soft);font-size:13px;padding-bottom:4px}
iframe{display:block;border:1px solid var(--line);border-radius:6px;background:#fff}
.dark iframe{background:#171613}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:6px;padding:12px;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
@media (max-width:800px){body{grid-template-columns:minmax(0,1fr)}nav{position:static;height:auto;max-height:14rem}}
`;
