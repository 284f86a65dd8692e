import { draw } from "#site/islands/draw.ts";
import { Desk } from "./desk.tsx";
import { keepPlace } from "./keep-place.ts";

const mount = document.getElementById("desk");
if (mount) {
  keepPlace(mount);
  draw(<Desk />, mount);
}
