import { lstat, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file that changes its place within one folder; paths are relative to it. */
export type Move = readonly [from: string, to: string];

export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Writes and flushes a file, so that it is whole even if the machine stops. */
export const writeDurably = async (file: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(file, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the folders of a file below a base; a link or a file in their place is no folder of ours. */
export const makeFolders = async (base: string, file: string): Promise<void> => {
  const folder = dirname(file);
  if (folder === ".") return;
  await makeFolders(base, folder);
  const path = join(base, folder);
  const stat = await lstat(path).catch(() => undefined);
  if (!stat) await mkdir(path);
  else if (!stat.isDirectory())
    throw Object.assign(new Error(`${path} is no folder`), { code: "ENOTDIR", syscall: "mkdir", path });
};

/**
 * Makes a folder and those above it that are missing; gives the first that it made. Step by step: the recursive mkdir of
 * Node.js 20 does not end where a file system says of a folder that is there that nothing can be made in it.
 */
export const makePath = async (folder: string): Promise<string | undefined> => {
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return undefined;
  const above = dirname(folder) === folder ? undefined : await makePath(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another build makes the same folder at the same time.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error;
    return above;
  }
  return above ?? folder;
};

const carryOut = async (base: string, moves: readonly Move[], done: (move: Move) => void): Promise<void> => {
  for (const move of moves) {
    const [from, to] = move.map((path) => join(base, path)) as [string, string];
    // After a kill the moves are gone through again: what has arrived stays.
    if ((await exists(to)) || !(await exists(from))) continue;
    await makeFolders(base, move[1]);
    await rename(from, to);
    done(move);
  }
};

/**
 * Carries out moves within a folder, all or none: after a failure those that were made are taken back; after a kill
 * `finishMoves` makes the others. `journal` is the file that remembers them, relative to the folder.
 */
export const moveAll = async (base: string, moves: readonly Move[], journal: string): Promise<void> => {
  await writeDurably(join(base, journal), Buffer.from(JSON.stringify(moves)));
  const made: Move[] = [];
  try {
    await carryOut(base, moves, (move) => void made.push(move));
  } catch (error) {
    for (const [from, to] of made.toReversed()) await rename(join(base, to), join(base, from));
    await rm(join(base, journal), { force: true });
    throw error;
  }
  await rm(join(base, journal), { force: true });
};

/** Finishes what a killed `moveAll` began; without a journal there is nothing to finish. */
export const finishMoves = async (base: string, journal: string): Promise<void> => {
  const text = await readFile(join(base, journal), "utf8").catch(() => undefined);
  if (text === undefined) return;
  let moves: readonly Move[];
  try {
    moves = JSON.parse(text) as readonly Move[];
  } catch {
    // Killed while it was written: nothing was moved yet.
    moves = [];
  }
  await carryOut(base, moves, () => {});
  await rm(join(base, journal), { force: true });
};
