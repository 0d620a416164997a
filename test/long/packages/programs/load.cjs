// Loads the named entries with require(), prints how much each exports that import gives too, as the very same object.
async function load() {
  const loaded = [];
  for (const entry of process.argv.slice(2)) {
    const required = require(entry);
    const imported = await import(entry);
    const same = Object.keys(imported).filter((name) => name in required && required[name] === imported[name]);
    loaded.push({ entry, exports: same.length });
  }
  console.log(JSON.stringify(loaded));
}

void load();
