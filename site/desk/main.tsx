import { render } from "preact";
import { Desk } from "./desk.tsx";

const mount = document.getElementById("desk");
if (mount) render(<Desk />, mount);
