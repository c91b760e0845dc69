import { expect, it } from "vitest";
import { detailWords } from "@/components/log/deed-words";
import { logFileAddress, logQueryOf } from "@/components/log/log-query";

it("tells what stands beside a deed, and nothing of what is empty", () => {
  const detail = { role: "pm", by: "invitation", name: "", was: null, count: 0 };
  expect(detailWords({ detail })).toBe("role: pm, by: invitation, count: 0");
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
