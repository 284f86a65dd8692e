/** The bytes do not hold together as what they begin as. */
export class DamagedFile extends Error {
  override readonly name = "DamagedFile";
}
