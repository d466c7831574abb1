// The words of a text as the search knows them: the same as ncrefs.book.site.words, which
// makes the index; a test holds the two against each other.
"use strict";

// Of the page, for search.js.
const ncWords = (() => {
  const PLAIN = { ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", œ: "oe", þ: "th" };
  const RUN =
    /[\uac00-\ud7a3]+|[\u3400-\u4dbf\u4e00-\u9fff]+|[\u3040-\u30ff]+|[^\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+/g;

  // Without capitals and marks. Upper case first, as some letters have no lower case of one letter.
  const folded = (text) =>
    text
      .replace(/['’ʼ‘`´\u02b0-\u02ff]/g, "")
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toUpperCase()
      .toLowerCase()
      .replace(/ς/g, "σ")
      .replace(/[łøđıæœþ]/g, (letter) => PLAIN[letter])
      .normalize("NFC");

  const singular = (word) => {
    if (word.length < 4 || !/^[a-z]+s$/.test(word)) return word;
    if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
    if (/(sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
    return /(ss|us|is)$/.test(word) ? word : word.slice(0, -1);
  };

  const words = (text) => (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);

  // The pieces of a word in several scripts; none if it is in one.
  const parts = (word) => {
    const runs = word.match(RUN) ?? [];
    return runs.length > 1 ? runs : [];
  };

  // What all ways to write a name share: its letters, without spaces.
  const letters = (text) => (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).join("");

  return { words, parts, letters };
})();
