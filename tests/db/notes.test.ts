import { expect, test } from "vitest";
import {
  createNoteSchema,
  listNotesSchema,
  noteListSchema,
  updateNoteSchema,
} from "@/lib/contracts/notes";
import { longestNote, mostNotes } from "@/lib/domain/note";
import type { Context } from "@/lib/services/context";
import { createNote } from "@/lib/services/create-note";
import { deleteNote } from "@/lib/services/delete-note";
import { deleteProduct } from "@/lib/services/delete-product";
import { listNotes } from "@/lib/services/list-notes";
import { updateNote } from "@/lib/services/update-note";
import { makeProduct, testNow } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";

const release = { day: "2026-02-14", kind: "release", text: "Version 3 is out." };

describeOnBothEngines("dated notes", (db) => {
  async function open() {
    const product = await makeProduct(db(), { timeZone: "Pacific/Auckland" });
    return { ctx: contextOf(db(), product), productId: product.id };
  }

  const write = (ctx: Context, productId: string, note: object) =>
    createNote({ ctx, input: { productId, note: createNoteSchema.parse(note) } });
  const read = async (ctx: Context, productId: string, days: object = {}) => {
    const query = listNotesSchema.parse(days);
    const list = await listNotes({ ctx, input: { productId, query } });
    return noteListSchema.parse(list).items;
  };
  const change = (ctx: Context, noteId: string, changed: object) =>
    updateNote({ ctx, input: { noteId, change: updateNoteSchema.parse(changed) } });

  test("come back as they were written, by day and then as they came, within the days asked for", async () => {
    const { ctx, productId } = await open();
    const late = await write(ctx, productId, {
      day: "2026-03-01",
      text: " Users like it.\nMost do. ",
    });
    const first = await write(ctx, productId, release);
    const later = { ...ctx, now: () => new Date(+testNow + 1) };
    const second = await write(later, productId, { ...release, kind: "figures", text: "+12 %" });
    expect(first).toMatchObject({ ...release, createdBy: "ada", editedAt: null });
    expect(late).toMatchObject({ kind: "note", text: "Users like it.\nMost do." });
    expect(await read(ctx, productId)).toEqual([first, second, late]);
    expect(await read(ctx, productId, { from: "2026-02-14", to: "2026-02-14" })).toEqual([
      first,
      second,
    ]);
    expect(await read(ctx, productId, { from: "2026-02-15" })).toEqual([late]);
    expect(await read(ctx, productId, { to: "2026-02-13" })).toEqual([]);
  });

  test("are changed field by field, and say when", async () => {
    const { ctx, productId } = await open();
    const note = await write(ctx, productId, release);
    const later = { ...ctx, now: () => new Date("2026-03-04T08:00:00Z") };
    const editedAt = "2026-03-04T08:00:00.000Z";
    const moved = await change(later, note.id, { day: "2026-02-20" });
    expect(moved).toEqual({ ...note, day: "2026-02-20", editedAt });
    const told = await change(later, note.id, { kind: "deadline", text: "Moved." });
    expect(told).toEqual({ ...moved, kind: "deadline", text: "Moved." });
    expect(await read(ctx, productId)).toEqual([told]);
  });

  test("are gone once deleted, and with their product", async () => {
    const { ctx, productId } = await open();
    const note = await write(ctx, productId, release);
    const kept = await write(ctx, productId, release);
    await deleteNote({ ctx, input: { noteId: note.id } });
    expect(await read(ctx, productId)).toEqual([kept]);
    const gone = { code: "not_found" };
    await expect(deleteNote({ ctx, input: { noteId: note.id } })).rejects.toMatchObject(gone);
    await expect(change(ctx, note.id, { text: "Again" })).rejects.toMatchObject(gone);
    await deleteProduct({ ctx, input: { productId } });
    await expect(change(ctx, kept.id, { text: "Again" })).rejects.toMatchObject(gone);
  });

  test("are nobody else's: another workspace sees, changes and deletes none", async () => {
    const { ctx, productId } = await open();
    const note = await write(ctx, productId, release);
    const eve = (await open()).ctx;
    const gone = { code: "not_found" };
    await expect(read(eve, productId)).rejects.toMatchObject(gone);
    await expect(write(eve, productId, release)).rejects.toMatchObject(gone);
    await expect(change(eve, note.id, { text: "Mine" })).rejects.toMatchObject(gone);
    await expect(deleteNote({ ctx: eve, input: { noteId: note.id } })).rejects.toMatchObject(gone);
    await expect(change(ctx, "no-id", { text: "Mine" })).rejects.toMatchObject(gone);
    expect(await read(ctx, productId)).toEqual([note]);
  });

  test.each([
    "\u202e<img src=x onerror=alert(1)>",
    "'; drop table notes; --",
    "=1+1",
    "💥 {{7*7}}",
  ])("a hostile text is a text like any other: %j", async (text) => {
    const { ctx, productId } = await open();
    expect(await write(ctx, productId, { ...release, text })).toMatchObject({ text });
    expect(await read(ctx, productId)).toMatchObject([{ text }]);
  });

  test("a day out of range, or a first day after the last, is refused and named", async () => {
    const { ctx, productId } = await open();
    const note = await write(ctx, productId, release);
    const refused = (field: string) => ({
      code: "invalid_request",
      fields: { [field]: expect.any(String) },
    });
    for (const day of ["1969-12-31", "2200-01-01"]) {
      await expect(write(ctx, productId, { ...release, day })).rejects.toMatchObject(
        refused("day"),
      );
      await expect(change(ctx, note.id, { day })).rejects.toMatchObject(refused("day"));
    }
    const reversed = { from: "2026-03-01", to: "2026-02-01" };
    await expect(read(ctx, productId, reversed)).rejects.toMatchObject(refused("from"));
  });

  test.each([
    [{ ...release, day: "2026-02-30" }, "day"],
    [{ ...release, day: "14 February" }, "day"],
    [{ ...release, text: "  " }, "text"],
    [{ ...release, text: "x".repeat(longestNote + 1) }, "text"],
    [{ ...release, text: "a\u0000b" }, "text"],
    [{ ...release, kind: "party" }, "kind"],
  ])("what cannot be a note is refused, naming the field: %#", (note, field) => {
    const { error } = createNoteSchema.safeParse(note);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  test("a product holds a bounded number of them", async () => {
    const { ctx, productId } = await open();
    for (let count = 0; count < mostNotes; count += 1) await write(ctx, productId, release);
    await expect(write(ctx, productId, release)).rejects.toMatchObject({ code: "unprocessable" });
    expect(await read(ctx, productId)).toHaveLength(mostNotes);
  }, 60_000);
});
