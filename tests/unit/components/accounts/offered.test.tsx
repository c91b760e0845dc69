import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Allowed, ViewerProvider } from "@/components/accounts/viewer";
import { WritableWith } from "@/components/accounts/writable-with";
import { FigureView } from "@/components/ui/figure";
import { OpensItems } from "@/components/ui/opens-items";
import { type Actor, noWorkspaceId } from "@/lib/rights/actor";

const workspaceId = noWorkspaceId;
const local: Actor = { kind: "local", workspaceId, name: "local" };
const member = (role: "viewer" | "pm"): Actor => ({
  ...{ kind: "member", workspaceId, personId: "p", name: "Bo" },
  ...{ role, productRoles: {} },
});

function shown(node: ReactNode): string {
  return renderToStaticMarkup(<MantineProvider>{node}</MantineProvider>);
}

function seenBy(actor: Actor, children: ReactNode): string {
  return shown(
    <ViewerProvider actor={actor} productId="shop">
      {children}
    </ViewerProvider>,
  );
}

it("offers a control to whoever may use it, and to nobody where it is not known who looks", () => {
  const control = <Allowed right="classify">Settle</Allowed>;
  expect(seenBy(local, control)).toContain("Settle");
  expect(seenBy(member("pm"), control)).toContain("Settle");
  expect(seenBy(member("viewer"), control)).not.toContain("Settle");
  expect(shown(control)).not.toContain("Settle");
});

it("shows fields to everybody, and lets only those write in them who have the right", () => {
  const fields = (
    <WritableWith right="agree">
      <input name="notes" />
    </WritableWith>
  );
  expect(seenBy(member("pm"), fields)).not.toContain("<fieldset");
  expect(seenBy(member("viewer"), fields)).toMatch(/<fieldset disabled="".*You read this\..*notes/);
});

it("makes a number no button where there is no way to its items", () => {
  const figure = { label: "Delivered", value: "7 items", detail: "none excluded" };
  const view = <FigureView figure={figure} onClick={() => undefined} />;
  const apart = <OpensItems value={false}>{view}</OpensItems>;
  expect(shown(view)).toContain("<button");
  expect(shown(apart)).not.toContain("<button");
  expect(shown(apart)).toContain("7 items");
});
