// A declaration, not a constant: searchtools.js declares the name again.
function splitQuery(query) {
  const bare = query
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’ʼ‘]/g, "")
    .normalize("NFC");
  const words = bare.match(/[\uac00-\ud7a3]+|[\u3400-\u4dbf\u4e00-\u9fff]+|\d+|[a-z_]+/g) || [];
  return words.flatMap((word) => {
    if (/^\d/.test(word)) return ["_" + word];
    if (word.charCodeAt(0) < 0x3400) return [word];
    return Array.from({ length: Math.max(1, word.length - 1) }, (_, i) => word.slice(i, i + 2));
  });
}
