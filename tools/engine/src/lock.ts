import { randomUUID } from "node:crypto";
import * as fs from "node:fs/promises";
import * as path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Does `work` while this process alone holds the folder `lock`. A lock whose owner no longer runs is taken over.
 */
export async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(lock))) {
    if (await abandoned(lock)) await release(lock);
    else await sleep(250);
  }
  try {
    return await work();
  } finally {
    await release(lock);
  }
}

/**
 * Moves the lock away as a whole and then removes it: emptied in place it would for a moment be an empty folder, which
 * the next holder may already have put its own in place of.
 */
async function release(lock: string): Promise<void> {
  const gone = `${lock}.${randomUUID()}`;
  // Another process may have moved an abandoned lock away just now.
  await fs.rename(lock, gone).catch(() => {});
  await fs.rm(gone, { recursive: true, force: true });
}

/** Renaming a folder that already holds the owner's id makes lock and owner appear together. */
async function take(lock: string): Promise<boolean> {
  const mine = `${lock}.${randomUUID()}`;
  await fs.mkdir(mine, { recursive: true });
  await fs.writeFile(path.join(mine, "owner"), `${process.pid}`);
  try {
    await fs.rename(mine, lock);
    return true;
  } catch {
    await fs.rm(mine, { recursive: true, force: true });
    return false;
  }
}

async function abandoned(lock: string): Promise<boolean> {
  const owner = Number(await fs.readFile(path.join(lock, "owner"), "utf8").catch(() => ""));
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
