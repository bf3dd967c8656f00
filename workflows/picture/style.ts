/**
 * The picture's own looks, on paper and in the dark. Whoever shows it may light a state: `now`, `visited`; an edge or a
 * reason on the way there: `taken`.
 */
export const style = `
.tree {
  --paper: #fbfaf6; --ink: #24221d; --muted: #6f695e; --line: #bdb6a8; --panel: #f3f0e8;
  --path: #1c6b58; --wait: #e3f0eb; --act: #ffffff;
  --news: #28579c; --news-paper: #e8effa; --silence: #8f5200; --silence-paper: #fcefd6;
  --now: #1c6b58; --now-ink: #ffffff; --visited: #cfe5dd;
  background: var(--paper); color: var(--ink);
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; font-size: 12px;
}
@media (prefers-color-scheme: dark) {
  .tree {
    --paper: #181715; --ink: #ece8df; --muted: #a59e92; --line: #57524a; --panel: #201f1c;
    --path: #5dbfa3; --wait: #1d302a; --act: #262421;
    --news: #a3c1f4; --news-paper: #1c293e; --silence: #efc077; --silence-paper: #36280f;
    --now: #5dbfa3; --now-ink: #0d1f1a; --visited: #264a3f;
  }
}
.tree text { fill: var(--ink); dominant-baseline: central; }
.tree .paper { fill: var(--paper); }
.tree .panel { fill: var(--panel); }
.tree .head { font-weight: 600; font-size: 14px; }
.tree .small { fill: var(--muted); font-size: 11.5px; }
.tree .end-text { text-anchor: end; }
.tree .mid { text-anchor: middle; }
.tree .edge { fill: none; stroke: var(--line); stroke-width: 1.4; }
.tree .edge.main { stroke: var(--path); stroke-width: 4; }
.tree .edge.news { stroke: var(--news); opacity: .55; }
.tree .edge.silence { stroke: var(--silence); stroke-dasharray: 5 4; opacity: .65; }
.tree .edge.back { stroke: var(--muted); stroke-dasharray: 1.5 4; stroke-linecap: round; stroke-width: 1.8; }
.tree .tip { fill: var(--line); }
.tree .tip.main { fill: var(--path); }
.tree .tip.news { fill: var(--news); }
.tree .tip.silence { fill: var(--silence); }
.tree .tip.back { fill: var(--muted); }
.tree .state .box { fill: var(--act); stroke: var(--line); stroke-width: 1.4; }
.tree .state text { font-weight: 600; font-size: 12px; }
.tree .hook { fill: none; stroke: var(--muted); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.tree .clock { fill: none; stroke: var(--silence); stroke-width: 1.2; stroke-linecap: round; }
.tree .state.wait .box { fill: var(--wait); }
.tree .state.main .box { stroke: var(--path); stroke-width: 2.4; }
.tree .state.choice .box { stroke: var(--muted); fill: var(--paper); }
.tree .state.end .rim { fill: none; stroke: var(--line); stroke-width: 1; }
.tree .state.main .rim { stroke: var(--path); }
.tree .reason rect { fill: var(--news-paper); }
.tree .reason text { fill: var(--news); font-size: 11.5px; }
.tree .reason.silence rect { fill: var(--silence-paper); }
.tree .reason.silence text { fill: var(--silence); }
.tree .state .box, .tree .state text, .tree .reason rect { transition: fill .25s, stroke .25s; }
.tree .state.visited .box { fill: var(--visited); stroke: var(--path); }
.tree .state.now .box { fill: var(--now); stroke: var(--now); }
.tree .state.now text { fill: var(--now-ink); }
.tree .state.now .hook { stroke: var(--now-ink); }
.tree .state.now .rim { stroke: var(--now-ink); }
.tree .state.now.wait .box { animation: tree-glow 2.4s ease-in-out infinite; }
.tree .reason.taken rect { fill: var(--news); }
.tree .reason.taken text { fill: var(--paper); }
.tree .reason.silence.taken rect { fill: var(--silence); }
.tree .reason.silence.taken text { fill: var(--paper); }
.tree .reason.silence.taken .clock { stroke: var(--paper); }
@keyframes tree-glow { 50% { stroke: var(--path); stroke-opacity: .35; stroke-width: 9; } }
@media (prefers-reduced-motion: reduce) { .tree .state.now.wait .box { animation: none; } }
`;
