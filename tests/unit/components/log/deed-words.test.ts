import { expect, it } from "vitest";
import { detailWords } from "@/components/log/deed-words";
import { logFileAddress, logQueryOf } from "@/components/log/log-query";

it("tells what stands beside a deed, and nothing of what is empty", () => {
  const detail = { role: "pm", by: "invitation", name: "", was: null, count: 0 };
  expect(detailWords({ kind: "invitation.create", detail }, () => "?")).toBe(
    "role: pm, by: invitation, count: 0",
  );
});

it("calls products by their names, and leaves a person's to its column", () => {
  const id = "0190b5a4-6a44-7c0e-9d2e-3f1e5d0c7a11";
  const detail = { name: "Ada", is: "viewer", products: `${id} pm, ${id} engineering` };
  const nameOf = (asked: string) => (asked === id ? "Shop" : "?");
  expect(detailWords({ kind: "member.change", detail }, nameOf)).toBe(
    "is: viewer, products: Shop pm, Shop engineering",
  );
});

it("leaves the name of what is no person", () => {
  const detail = { name: "Payments" };
  expect(detailWords({ kind: "team.create", detail }, () => "?")).toBe("name: Payments");
});

it("gives the files what the page shows", () => {
  const query = logQueryOf({
    kind: "link.create",
    productId: null,
    personId: "ada",
    from: "2026-01-01",
    to: "",
  });
  expect(logFileAddress(query, "csv")).toBe(
    "/api/log?kind=link.create&personId=ada&from=2026-01-01&format=csv",
  );
});
