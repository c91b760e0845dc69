"use client";

import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import type { Product } from "@/lib/contracts/products";
import type { Actor, MemberActor } from "@/lib/rights/actor";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import { AccountLinks } from "./account-corner";
import classes from "./accounts.module.css";
import { meOptions } from "./accounts-query";
import { InvitationsSection } from "./invitations-section";
import { LinksSection } from "./links-section";
import { LocalPart } from "./local-part";
import { MembersSection } from "./members-section";
import { PasswordSection } from "./password-section";
import { productNames, standingWords } from "./role-words";
import { SessionWatch } from "./session-watch";
import { SessionsSection } from "./sessions-section";
import { TokensSection } from "./tokens-section";
import { WorkspacePart } from "./workspace-part";
import { WorkspaceSection } from "./workspace-section";

/** `now` is the instant as the server saw it. */
type PeoplePageProps = { actor: Actor; products: Product[]; now: number };

/** Who belongs here and how they come in; one's own sessions, tokens and links. */
export function PeoplePage({ actor, products, now }: PeoplePageProps) {
  return (
    <main id="main" className={classes.wide} tabIndex={-1}>
      <Stack gap="xl">
        <Anchor component={Link} href="/" size="sm" underline="always">
          Back to the products
        </Anchor>
        <PageTitle title="People" about="Who belongs here, as what, and how they come in." />
        {actor.kind === "member" ? <Member {...{ actor, products, now }} /> : <LocalPart />}
      </Stack>
      <SessionWatch actor={actor} />
    </main>
  );
}

type MemberProps = { actor: MemberActor; products: Product[]; now: number };

function Member({ actor, products, now }: MemberProps) {
  const { data } = useQuery(meOptions);
  return (
    <>
      <div>
        <Text>
          {data
            ? `You are ${data.name} (${data.email}), ${standingWords(data, productNames(products))}.`
            : ""}
        </Text>
        <Group gap="md">
          <WorkspacePart />
          <AccountLinks actor={actor} />
        </Group>
      </div>
      {mayDoInWorkspace(actor, "manage_people") ? (
        <>
          <WorkspaceSection />
          <MembersSection products={products} me={actor.personId} />
          <InvitationsSection products={products} now={now} />
        </>
      ) : null}
      <TokensSection products={products} now={now} />
      <LinksSection products={products} now={now} />
      <SessionsSection />
      <PasswordSection />
    </>
  );
}
