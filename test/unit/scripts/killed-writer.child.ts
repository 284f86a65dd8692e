/** A hub that is killed just after it has written: what it wrote stands in the log alone. */
import process from "node:process";
import { openDatabase } from "#db/database.ts";
import { settings } from "#db/schema/settings.ts";

const db = await openDatabase(`file:${process.env["FILE"]}`);
await db.insert(settings).values({ key: "last words", value: "heard", updatedAt: new Date() });
process.kill(process.pid, "SIGKILL");
