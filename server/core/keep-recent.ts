/** `read`, whose answers to the `most` keys that were asked for last are kept. */
export function keepRecent<Key, Value>(read: (key: Key) => Value, most: number): (key: Key) => Value {
  /** In the order of their last use: a Map gives its keys in the order in which they were put in. */
  const kept = new Map<Key, Value>();
  return (key) => {
    const value = kept.get(key) ?? read(key);
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > most) kept.delete(oldest);
    return value;
  };
}
