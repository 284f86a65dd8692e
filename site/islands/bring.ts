/** A module that nobody has asked for. Where it does not come the page stays as it is, or `missing` says so. */
export const bring = <Module>(
  coming: Promise<Module>,
  use: (module: Module) => unknown,
  missing: () => void = () => {},
): void => void coming.then(use, () => missing());
