import { Anchor, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { CategorySwatch } from "@/components/ui/category-swatch";
import {
  formatAmount,
  formatCount,
  formatDay,
  formatDayRange,
  formatInstant,
  formatShare,
} from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { digestItemsPath } from "@/lib/agreements/digest-items-path";
import { judgedWords, proposalWords } from "@/lib/agreements/digest-words";
import type { Digest } from "@/lib/contracts/digests";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords, measureWords, unitWords } from "@/lib/domain/glossary";
import { ReasonList } from "./reasons-to-talk";
import classes from "./talks.module.css";

type DigestViewProps = { digest: Digest; locale: string; timeZone: string };

/** A digest on the screen: the same, in the same order, as in its Markdown. */
export function DigestView({ digest, locale, timeZone }: DigestViewProps) {
  const { stage, triggers, notes, stale } = digest;
  return (
    <Stack gap="md" component="article" aria-labelledby="digest">
      <div>
        <Title order={2} size="h3" id="digest">
          {formatDayRange(digest.from, digest.to, locale)}
        </Title>
        <Text size="sm" c="dimmed">
          Made on {formatInstant(digest.madeAt, locale, timeZone)}.
          {stale ? ` These figures may be old: ${stale.why}` : ""}
        </Text>
      </div>
      <Text className={classes.text}>
        {stage ? (
          <>
            Stage: <strong>{stage.name}</strong>, since {formatDay(stage.startsOn, locale)}.
            {stage.goals ? ` Goals: ${stage.goals}` : ""}
          </>
        ) : (
          "The product is in no stage."
        )}
      </Text>
      <BalanceTable digest={digest} locale={locale} />
      <Text className={classes.text}>{judgedWords(digest)}</Text>
      {triggers.length > 0 ? (
        <Part title="Reasons to talk">
          <ReasonList triggers={triggers} />
        </Part>
      ) : null}
      <Decisions digest={digest} locale={locale} />
      {notes.length > 0 ? (
        <Part title="Notes">
          <ul className={classes.list}>
            {notes.map(({ day, kind, text }) => (
              <li key={`${day} ${kind} ${text}`}>
                {formatDay(day, locale)}, {kind}: {text}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </Stack>
  );
}

function BalanceTable({ digest, locale }: { digest: Digest; locale: string }) {
  const { counts, excluded, unestimated, shares, measure, unit } = digest.balance;
  const number = (category: (typeof chartedCategories)[number] | "excluded", amount: number) => (
    <Anchor component={Link} inherit underline="always" href={digestItemsPath(digest, category)}>
      {formatAmount(amount, locale)}
    </Anchor>
  );
  return (
    <ScrollRegion label="The balance of these days">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">
              {measureWords[measure].name}, {unitWords[unit].name.toLowerCase()}
            </th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {chartedCategories.map((category) => (
            <tr key={category}>
              <th scope="row">
                <CategorySwatch category={category} /> {categoryWords[category].name}
              </th>
              <td>{number(category, counts[category])}</td>
              <td>{category === "unclassified" ? "" : formatShare(shares[category], locale)}</td>
            </tr>
          ))}
          {excluded > 0 ? (
            <tr>
              <th scope="row">Excluded</th>
              <td>{number("excluded", excluded)}</td>
              <td />
            </tr>
          ) : null}
        </tbody>
      </table>
      {unestimated > 0 ? (
        <Text size="sm" c="dimmed">
          {formatCount(unestimated, "item", locale)} {unitWords[unit].lacking}.
        </Text>
      ) : null}
    </ScrollRegion>
  );
}

function Decisions({ digest, locale }: { digest: Digest; locale: string }) {
  const { productId, proposals, contested, balance } = digest;
  const { unclassified } = balance.counts;
  if (proposals.length === 0 && contested === 0 && unclassified === 0) return null;
  return (
    <Part title="To decide">
      <ul className={classes.list}>
        {proposals.map((proposal) => (
          <li key={proposal.agreementId}>
            {proposalWords(proposal)} <Way href={proposal.path}>Answer it</Way>
          </li>
        ))}
        {contested > 0 ? (
          <li>
            <Way href={`/products/${productId}/contested`}>
              {formatCount(contested, "item", locale)} contested
            </Way>
          </li>
        ) : null}
        {unclassified > 0 ? (
          <li>
            <Way href={digestItemsPath(digest, "unclassified")}>
              {formatCount(unclassified, unitWords[balance.unit].noun, locale)} of these days
              unclassified
            </Way>
            : <Way href={`/products/${productId}/triage`}>Triage</Way>
          </li>
        ) : null}
      </ul>
    </Part>
  );
}

function Way({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Anchor component={Link} inherit underline="always" href={href}>
      {children}
    </Anchor>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </section>
  );
}
