import { expect } from "@playwright/test";
import type { Item } from "@/lib/contracts/items";
import type { Product } from "@/lib/contracts/products";
import type { Source } from "@/lib/contracts/sources";
import { notContracted } from "@/tests/setup/not-contracted";

/** The public API of a running product, as a script would use it. */
export function apiClient(url: string) {
  const call = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(body && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    const { status } = answer;
    const told = status === 204 ? null : await answer.json();
    expect(notContracted({ method, path, status, body: told }), `${method} ${path}`).toEqual([]);
    return { status, body: told };
  };

  const createProduct = async (name: string): Promise<Product> => {
    const { status, body } = await call("POST", "/api/products", { name });
    expect(status).toBe(201);
    return body;
  };

  const connect = async (product: Product, place: object): Promise<Source> => {
    const path = `/api/products/${product.id}/sources`;
    const { status, body } = await call("POST", path, { kind: "github", ...place });
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };

  const source = async (id: string): Promise<Source> =>
    (await call("GET", `/api/sources/${id}`)).body;

  /** Waits until the source's last run succeeded. */
  const synced = async (id: string): Promise<Source> => {
    await expect
      .poll(async () => (await source(id)).lastRun?.state, { intervals: [100] })
      .toBe("succeeded");
    return source(id);
  };

  /** Every item of a product, free of what differs between two stores that say the same. */
  const storedItems = async (productId: string): Promise<object[]> => {
    const answer = await fetch(`${url}/api/products/${productId}/items?format=ndjson`);
    const lines = (await answer.text()).trim().split("\n");
    return lines.map((line) => {
      const { id: _id, source: _source, ...item }: Item = JSON.parse(line);
      return item;
    });
  };

  return { call, createProduct, connect, source, synced, storedItems };
}
