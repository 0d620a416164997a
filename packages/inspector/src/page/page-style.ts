/** The style sheet: light and dark, for screens from 360 px. */
export const pageStyle: string = `
:root {
  color-scheme: light dark;
  --ground: #fbfcfb; --raised: #ffffff; --line: #d9dfdb; --text: #17211b; --soft: #57655d; --accent: #0b6b3a; --on-accent: #ffffff;
  --chosen: #e2f1e8; --good: #0b6b3a; --warn: #8a5200; --bad: #b3261e; --good-ground: #e0f2e7; --warn-ground: #fdeccf; --bad-ground: #fbe1df;
  --new: #5b3fa8; --new-ground: #ece6fb; --string: #0b5f75; --number: #8a3b12; --key: #39469b;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font: 14px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101512; --raised: #171e1a; --line: #2d3832; --text: #e6ece8; --soft: #9db0a5; --accent: #57d08c; --on-accent: #06220f;
    --chosen: #1d3527; --good: #6fdc9f; --warn: #f3bd6a; --bad: #ff9a90; --good-ground: #173524; --warn-ground: #3a2a10; --bad-ground: #431b18;
    --new: #c3b0ff; --new-ground: #2c2450; --string: #7fd3ea; --number: #f0a77f; --key: #aab6ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: var(--ground); color: var(--text); overflow: hidden; }
h1, h2, h3, p, figure, dl, dd { margin: 0; }
h1 { font-size: 16px; color: var(--accent); }
h3 { font-size: 12px; font-weight: 600; color: var(--soft); margin: 0 0 6px; }
button, input, select, textarea { font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 5px 10px; min-height: 32px; }
button { cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
header { display: flex; align-items: center; gap: 8px 16px; padding: 8px 14px; flex-wrap: wrap; border-bottom: 1px solid var(--line); background: var(--raised); }
#connection { color: var(--soft); font-size: 13px; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1 1 160px; }
#connection.lost { color: var(--bad); font-weight: 600; white-space: normal; }
#chart { display: flex; align-items: center; gap: 10px; }
#chart canvas { width: 240px; height: 36px; display: block; }
#chart-text { font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; min-width: 118px; white-space: pre-line; line-height: 1.3; }
.tools { display: flex; gap: 6px; }
#filters { display: flex; gap: 8px; padding: 8px 14px; align-items: center; border-bottom: 1px solid var(--line); }
#search { flex: 1 1 200px; min-width: 0; }
#filters select { max-width: 220px; }
#count { color: var(--soft); font-size: 13px; white-space: nowrap; font-variant-numeric: tabular-nums; }
main { flex: 1; display: grid; grid-template-columns: minmax(0, 1fr); min-height: 0; }
main.open { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
#list-pane { position: relative; min-height: 0; min-width: 0; }
#list { height: 100%; overflow-y: auto; overflow-x: hidden; overflow-anchor: none; contain: strict; }
#list:focus-visible { outline-offset: -2px; }
#spacer { position: relative; width: 100%; }
#empty { position: absolute; inset: 20% 16px auto; text-align: center; color: var(--soft); pointer-events: none; }
#empty-text { font-size: 16px; }
#empty-text.lost { color: var(--bad); font-weight: 600; max-width: 36em; margin: 0 auto; }
#start { pointer-events: auto; max-width: 720px; margin: 16px auto 0; display: grid; gap: 10px; }
#start code, #start pre { font-family: var(--mono); font-size: 12.5px; color: var(--text); overflow-wrap: anywhere; }
#start pre { text-align: left; margin: 0; padding: 10px 12px; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; max-height: 30vh; overflow: auto; }
.chat { display: flex; flex-direction: column; gap: 6px; }
.chat button { min-height: 0; max-width: 80%; padding: 6px 10px; border-radius: 10px; text-align: left; white-space: pre-wrap; overflow-wrap: anywhere; align-self: flex-start; background: var(--ground); }
.chat button.out { align-self: flex-end; background: var(--good-ground); border-color: transparent; }
.chat button.other { align-self: center; background: none; border-color: transparent; color: var(--soft); font-size: 12px; padding: 0 8px; }
.chat button[aria-current="true"] { border-color: var(--accent); }
.chat small { display: block; color: var(--soft); font-size: 11px; font-variant-numeric: tabular-nums; }
.chat img { display: block; max-width: 160px; max-height: 120px; border-radius: 6px; margin-bottom: 4px; }
#to-top { position: absolute; top: 10px; left: 50%; transform: translateX(-50%); background: var(--accent); color: var(--on-accent); border-color: var(--accent); border-radius: 16px; }
.row { position: absolute; inset: 0 0 auto; height: 54px; padding: 7px 14px; display: grid; grid-template-columns: 40px minmax(0, 1fr) auto; gap: 0 12px; align-items: center; border-bottom: 1px solid var(--line); cursor: default; contain: strict; }
.row:hover { background: color-mix(in srgb, var(--chosen) 45%, transparent); }
.row[aria-selected="true"] { background: var(--chosen); box-shadow: inset 3px 0 var(--accent); }
.status { font: 600 12px/22px var(--mono); text-align: center; border-radius: 5px; background: var(--good-ground); color: var(--good); }
#detail .status { padding: 0 8px; }
.row[aria-selected="true"] .status { background: var(--raised); }
.status.warn { background: var(--warn-ground); color: var(--warn); }
.status.bad { background: var(--bad-ground); color: var(--bad); }
.row .middle, .row .right { display: grid; gap: 2px; min-width: 0; }
.row .first, .row .second { display: flex; gap: 8px; align-items: center; min-width: 0; height: 19px; white-space: nowrap; }
.row .kind { font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
.row .type { color: var(--soft); overflow: hidden; text-overflow: ellipsis; flex-shrink: 2; }
.row .who { color: var(--soft); flex: none; overflow: hidden; text-overflow: ellipsis; max-width: 45%; }
.row .said { overflow: hidden; text-overflow: ellipsis; unicode-bidi: isolate; }
.row .right { justify-items: end; font-size: 12px; color: var(--soft); font-variant-numeric: tabular-nums; text-align: right; }
.row img { width: 30px; height: 19px; object-fit: cover; border-radius: 3px; flex: none; }
.mark { font-size: 11px; line-height: 17px; padding: 0 6px; border-radius: 9px; flex: none; background: var(--line); color: var(--text); }
.mark.issue { background: var(--bad-ground); color: var(--bad); }
.mark.new { background: var(--new-ground); color: var(--new); }
.mark.again { background: var(--warn-ground); color: var(--warn); }
#detail { border-left: 1px solid var(--line); background: var(--raised); overflow: auto; min-width: 0; min-height: 0; padding: 12px 16px 32px; outline: none; }
#detail .head { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; margin-bottom: 10px; }
#detail .head h2 { font-size: 15px; flex: 1 1 200px; overflow-wrap: anywhere; }
#detail .facts { color: var(--soft); font-size: 13px; margin-bottom: 10px; }
#detail .note { padding: 8px 10px; border-radius: 6px; margin-bottom: 10px; overflow-wrap: anywhere; background: var(--warn-ground); color: var(--text); }
#detail .note.bad { background: var(--bad-ground); }
#detail .note.new { background: var(--new-ground); }
#detail .note code { font-family: var(--mono); font-size: 12.5px; font-weight: 600; }
#detail .note p + p { margin-top: 4px; }
.views { display: flex; flex-wrap: wrap; gap: 6px 12px; border-bottom: 1px solid var(--line); margin-bottom: 12px; }
[role="tablist"] { display: flex; gap: 2px; }
[role="tab"] { border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: none; color: var(--soft); }
[role="tab"][aria-selected="true"] { color: var(--accent); border-bottom-color: var(--accent); font-weight: 600; }
.copies { display: flex; gap: 6px; margin-left: auto; padding-bottom: 4px; }
.typed { display: grid; grid-template-columns: minmax(90px, max-content) minmax(0, 1fr); gap: 6px 14px; }
.typed dt { color: var(--soft); }
.typed dd { overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
.picture { max-width: 220px; max-height: 220px; border-radius: 6px; display: block; margin-bottom: 12px; border: 1px solid var(--line); }
.raw { font: 12.5px/1.55 var(--mono); overflow-x: auto; padding-bottom: 6px; }
.raw div { white-space: pre-wrap; overflow-wrap: anywhere; border-radius: 3px; padding-right: 6px; unicode-bidi: isolate; }
.raw .key { color: var(--key); }
.raw .string { color: var(--string); }
.raw .number, .raw .word { color: var(--number); }
.raw .issue { background: var(--bad-ground); box-shadow: inset 3px 0 var(--bad); }
.raw .unknown { background: var(--new-ground); box-shadow: inset 3px 0 var(--new); }
.raw .why { font-family: system-ui, sans-serif; font-size: 12px; font-weight: 600; margin-left: 10px; color: var(--bad); }
.raw .unknown .why { color: var(--new); }
.replay { display: grid; gap: 10px; }
.replay label { display: grid; gap: 4px; color: var(--soft); font-size: 13px; }
.replay label.choice { display: flex; gap: 8px; align-items: center; color: var(--text); font-size: 14px; }
.replay input[type="radio"] { min-height: 0; accent-color: var(--accent); }
.replay input, .replay textarea { color: var(--text); width: 100%; min-width: 0; }
.replay input[type="radio"] { width: auto; }
.replay textarea { font: 12.5px/1.5 var(--mono); min-height: 220px; resize: vertical; }
.replay .actions { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
.replay output { overflow-wrap: anywhere; white-space: pre-wrap; }
#inbox { flex: 1; min-height: 0; overflow: auto; padding: 12px 14px 32px; display: flex; flex-direction: column; gap: 12px; }
#inbox .soft { color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
#inbox .lost { color: var(--bad); font-weight: 600; }
#inbox-counts { display: flex; flex-wrap: wrap; gap: 8px; }
.count { display: grid; min-width: 92px; padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--raised); font-variant-numeric: tabular-nums; }
.count strong { font-size: 18px; }
.count span { font-size: 12px; color: var(--soft); }
.count.warn strong { color: var(--warn); }
.count.bad strong { color: var(--bad); }
.inbox-view :is(#pause, #drift, #clear, #chart) { display: none; }
.inbox-tools { display: flex; flex-wrap: wrap; gap: 8px; }
.inbox-columns { display: grid; grid-template-columns: minmax(0, 280px) minmax(0, 1fr); gap: 14px; align-items: start; }
#inbox-lanes, #inbox-items { display: grid; gap: 6px; }
#inbox-items { gap: 8px; }
.lane { display: grid; text-align: left; white-space: normal; overflow-wrap: anywhere; }
.lane[aria-pressed="true"] { border-color: var(--accent); background: var(--chosen); }
.lane small { color: var(--soft); font-variant-numeric: tabular-nums; }
.lane small:empty { display: none; }
.item { border: 1px solid var(--line); border-radius: 8px; background: var(--raised); padding: 8px 12px 10px; display: grid; gap: 6px; min-width: 0; }
.item-head { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; text-align: left; border: 0; background: none; padding: 0; white-space: normal; overflow-wrap: anywhere; }
.item-head .status { padding: 0 8px; }
.item-head .kind { font-weight: 600; }
.item .error { font: 12.5px/1.5 var(--mono); color: var(--bad); overflow-wrap: anywhere; white-space: pre-wrap; }
.item .actions { display: flex; gap: 8px; }
button.danger { background: var(--bad); border-color: var(--bad); color: var(--ground); }
#toast { position: fixed; bottom: 16px; left: 50%; transform: translateX(-50%); background: var(--text); color: var(--ground); padding: 7px 14px; border-radius: 8px; max-width: calc(100vw - 32px); }
#toast:empty { opacity: 0; pointer-events: none; }
dialog { border: 1px solid var(--line); border-radius: 10px; background: var(--raised); color: var(--text); max-width: min(440px, calc(100vw - 32px)); }
dialog h2 { font-size: 15px; margin-bottom: 10px; }
dialog dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 14px; margin-bottom: 14px; }
#drift-report { max-width: min(900px, calc(100vw - 32px)); }
#drift-table { border-collapse: collapse; margin-bottom: 14px; width: 100%; }
#drift-table th { text-align: left; font-size: 12px; color: var(--soft); font-weight: 600; }
#drift-table th, #drift-table td { padding: 4px 10px 4px 0; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
#drift-table td:nth-child(2) { font-family: var(--mono); font-size: 12.5px; }
#drift-table td:last-child, #drift-table th:last-child { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
#drift-empty { margin-bottom: 14px; }
kbd { font: 12px var(--mono); border: 1px solid var(--line); border-radius: 4px; padding: 1px 6px; }
@media (max-width: 760px) {
  main.open { grid-template-columns: minmax(0, 1fr); }
  main.open #list-pane { display: none; }
  #detail { border-left: 0; }
  header { gap: 6px 10px; padding: 8px 12px; }
  header h1 { order: 0; }
  #connection { order: 1; }
  #chart { order: 3; flex: 1 1 100%; }
  #chart canvas { flex: 1; min-width: 0; width: 100%; }
  .tools { order: 2; gap: 4px; }
  .tools button { padding: 5px 7px; }
  #views { order: 4; flex: 1 1 100%; }
  #views button { flex: 1; }
  .inbox-columns { grid-template-columns: minmax(0, 1fr); }
  #inbox-lanes { max-height: 32vh; overflow: auto; }
  #inbox-counts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .count { min-width: 0; }
  #filters { flex-wrap: wrap; padding: 8px 12px; }
  #search { flex: 1 1 100%; }
  #filters select { flex: 1 1 0; min-width: 0; max-width: none; }
  #count { flex: 1 1 100%; }
  .row { height: 74px; padding: 7px 12px; gap: 0 10px; }
  .row .second { flex-wrap: wrap; height: 39px; gap: 1px 8px; align-content: start; }
  .row .who { flex: 1 1 100%; max-width: 100%; }
  .row .said { flex: 1 1 0; }
  .row .kind:has(+ .type) { flex: none; }
  .row .kind:has(+ .type) > span { display: none; }
  .row .type { color: inherit; font-weight: 600; }
  .row .mark[data-short] { font-size: 0; }
  .row .mark[data-short]::after { content: attr(data-short); font-size: 11px; vertical-align: top; }
  .row .durations span { display: block; }
  .row .durations .dot { display: none; }
  .row .mark.issue:has(+ .issue) { display: none; }
  button, select, input { min-height: 36px; }
  .copies { margin-left: 0; }
  body:has(main.open) :is(#filters, #chart) { display: none; }
}
@media (prefers-reduced-motion: no-preference) { #toast { transition: opacity .2s; } }
`;
