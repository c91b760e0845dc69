import type { Role } from "@/lib/domain/role";

/** What a person is called who has the role. */
export const roleWords: Record<Role, string> = {
  owner: "Owner",
  pm: "Product manager",
  engineering: "Engineering",
  viewer: "Viewer",
};

/** What somebody is, in one line; `nameOf` gives products their names. */
export function standingWords(
  { role, productRoles }: { role: Role | null; productRoles: Readonly<Record<string, Role>> },
  nameOf: (productId: string) => string,
): string {
  const inProducts = Object.entries(productRoles).map(
    ([productId, one]) => `${roleWords[one]} in ${nameOf(productId)}`,
  );
  const everywhere = role === null ? [] : [roleWords[role]];
  const all = [...everywhere, ...inProducts];
  return all.length === 0 ? "Nothing yet" : all.join(", ");
}

/** Says which product an id is. */
export function productNames(products: readonly { id: string; name: string }[]) {
  return (productId: string) =>
    products.find(({ id }) => id === productId)?.name ?? "a deleted product";
}
