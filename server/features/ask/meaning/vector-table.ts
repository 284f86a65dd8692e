/** One vector a passage, in one array, filled bit by bit. */
export type VectorTable = {
  /** False for a vector with more or fewer numbers than the others. */
  put: (key: string, vector: Float32Array) => boolean;
  /** Of all passages, one after the other; zeros for those that are missing. */
  all: () => Float32Array;
};

/** `keys`: a passage's by its row; passages that say the same have the same. */
export function createVectorTable(keys: string[]): VectorTable {
  const missing = new Map<string, number[]>();
  keys.forEach((key, row) => missing.set(key, [...(missing.get(key) ?? []), row]));
  let vectors = new Float32Array();
  return {
    put(key, vector) {
      const size = vector.length * keys.length;
      if (vectors.length === 0) vectors = new Float32Array(size);
      if (vectors.length !== size) return false;
      for (const row of missing.get(key) ?? []) vectors.set(vector, row * vector.length);
      missing.delete(key);
      return true;
    },
    all: () => vectors,
  };
}

/**
 * How near each passage is to a question, by its row: 0 for the average one and what is below it, 1 for the nearest.
 * Cosines of different models lie in different ranges; this does not. Null where the two do not fit together.
 */
export function compareVectors(vectors: Float32Array, rows: number, asked: Float32Array): Float32Array | null {
  const size = asked.length;
  if (vectors.length !== rows * size || rows === 0) return null;
  const cosines = new Float32Array(rows);
  let sum = 0;
  let most = -1;
  for (let row = 0; row < rows; row++) {
    let cosine = 0;
    for (let at = 0, of = row * size; at < size; at++, of++) cosine += (vectors[of] ?? 0) * (asked[at] ?? 0);
    cosines[row] = cosine;
    sum += cosine;
    if (cosine > most) most = cosine;
  }
  const mean = sum / rows;
  const range = Math.max(most - mean, 1e-6);
  return cosines.map((cosine) => Math.max(0, (cosine - mean) / range));
}
