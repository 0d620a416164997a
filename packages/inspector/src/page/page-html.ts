/** The page of the inspector. It contains no data: scripts insert what arrives as text. */
export const pageHtml: string = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Greenhook inspector</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">
<script type="module" src="main.js"></script>
</head>
<body>
<header>
  <h1>Greenhook</h1>
  <div id="views" role="tablist" aria-label="Deliveries or inbox" hidden>
    <button type="button" role="tab" id="view-deliveries" aria-selected="true">Deliveries</button>
    <button type="button" role="tab" id="view-inbox" aria-selected="false">Inbox</button>
  </div>
  <p id="connection" role="status">Connecting …</p>
  <figure id="chart"><canvas width="240" height="36" role="img" aria-label="Rate and latency of the last minute"></canvas><figcaption id="chart-text"></figcaption></figure>
  <div class="tools">
    <button type="button" id="pause">Pause</button>
    <button type="button" id="reveal">Show numbers</button>
    <button type="button" id="drift">Drift</button>
    <button type="button" id="clear">Clear</button>
    <button type="button" id="help" aria-label="Keyboard shortcuts">?</button>
  </div>
</header>
<form id="filters" role="search">
  <input type="search" id="search" placeholder="Search ( / )" aria-label="Search" autocomplete="off" spellcheck="false">
  <select id="kind" aria-label="Type"><option value="">All types</option></select>
  <select id="status" aria-label="Outcome">
    <option value="">All outcomes</option>
    <option value="problems">Problems</option>
    <option value="new">Unknown types and fields</option>
    <option value="retried">Retried</option>
    <option value="replay">Replays</option>
  </select>
  <output id="count" for="search kind status"></output>
</form>
<main>
  <section id="list-pane" aria-label="Deliveries">
    <div id="list" role="listbox" tabindex="0" aria-label="Deliveries, newest first"><div id="spacer" role="presentation"></div></div>
    <div id="empty">
      <p id="empty-text" role="status">No deliveries yet.</p>
      <div id="start" hidden>
        <p>Deliver a notification to <code id="webhook-url"></code>, for example with</p>
        <pre id="curl"></pre>
        <p class="actions"><button type="button" id="copy-curl">Copy</button> <button type="button" id="sample" class="main">Send a sample</button></p>
      </div>
    </div>
    <button type="button" id="to-top" hidden></button>
  </section>
  <section id="detail" aria-label="Delivery" tabindex="-1" hidden></section>
</main>
<section id="inbox" aria-label="Inbox" hidden>
  <div id="inbox-counts"></div>
  <div class="inbox-tools">
    <select id="inbox-state" aria-label="State">
      <option value="dead">Dead letters</option>
      <option value="waiting">Waiting</option>
      <option value="running">Running</option>
      <option value="done">Done</option>
    </select>
    <button type="button" id="inbox-retry" disabled>Retry all dead letters</button>
  </div>
  <div class="inbox-columns">
    <div id="inbox-lanes" role="group" aria-label="Lanes"></div>
    <div id="inbox-items"></div>
  </div>
</section>
<p id="toast" role="status" aria-live="polite"></p>
<dialog id="keys">
  <h2>Keyboard shortcuts</h2>
  <dl>
    <dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>select a delivery (also Page Up, Page Down, Home, End)</dd>
    <dt><kbd>Enter</kbd></dt><dd>open the selected delivery</dd>
    <dt><kbd>Esc</kbd></dt><dd>close the delivery, or clear the search</dd>
    <dt><kbd>/</kbd></dt><dd>search</dd>
    <dt><kbd>p</kbd></dt><dd>pause or resume</dd>
    <dt><kbd>n</kbd></dt><dd>show or mask numbers and secrets</dd>
    <dt><kbd>r</kbd></dt><dd>replay the open delivery</dd>
  </dl>
  <form method="dialog"><button>Close</button></form>
</dialog>
<dialog id="drift-report">
  <h2>Differences from the documented types</h2>
  <p id="drift-empty">Everything that arrived fits its type.</p>
  <table id="drift-table">
    <thead><tr><th>Type</th><th>Field</th><th>Difference</th><th>Notifications</th></tr></thead>
    <tbody></tbody>
  </table>
  <form method="dialog"><button>Close</button></form>
</dialog>
</body>
</html>
`;
