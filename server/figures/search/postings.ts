/**
 * Which documents contain which words, both as numbers. Built word by word, then read in the order of the documents.
 */
export class Postings {
  private terms = new Int32Array(1 << 14);
  private documents = new Int32Array(1 << 14);
  private count = 0;
  private starts = new Int32Array(1);

  /** Records that a document contains a word. Documents must come in order. */
  add(term: number, document: number): void {
    if (this.count === this.terms.length) {
      this.terms = grown(this.terms);
      this.documents = grown(this.documents);
    }
    this.terms[this.count] = term;
    this.documents[this.count++] = document;
  }

  /** Call once, when everything has been added, with the number of words. */
  close(words: number): void {
    const starts = new Int32Array(words + 1);
    for (let i = 0; i < this.count; i++) starts[this.terms[i]! + 1]!++;
    for (let term = 0; term < words; term++) starts[term + 1]! += starts[term]!;
    const next = starts.slice();
    const sorted = new Int32Array(this.count);
    for (let i = 0; i < this.count; i++) sorted[next[this.terms[i]!]!++] = this.documents[i]!;
    this.starts = starts;
    this.documents = sorted;
    this.terms = new Int32Array(0);
  }

  /** The documents that contain a word, in order. */
  of(term: number): Int32Array {
    return this.documents.subarray(this.starts[term], this.starts[term + 1]);
  }

  /** How many documents contain a word. */
  countOf(term: number): number {
    return this.starts[term + 1]! - this.starts[term]!;
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
