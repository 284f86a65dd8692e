type Go = (path: string) => void;

let go: Go = (path) => location.assign(path);

/** Leaves for another page of the hub. */
export const goTo: Go = (path) => go(path);

/** For a page that shows the hub's others within itself: the widget's frame. */
export const goBy = (way: Go): void => void (go = way);
