// Loads the named entries as ES modules, prints how much each exports.
const loaded = [];
for (const entry of process.argv.slice(2)) loaded.push({ entry, exports: Object.keys(await import(entry)).length });
console.log(JSON.stringify(loaded));
