import { Text, Title } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { units } from "@/lib/domain/balance";
import { type Category, categories } from "@/lib/domain/category";
import { categoryDefinitions, kindDefinitions } from "@/lib/domain/definitions";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { defaultCategoryOfKind, kinds } from "@/lib/domain/kind";
import classes from "./definitions-page.module.css";

/** Each category and its kinds: the question that decides, examples, and what people file differently. */
export function DefinitionsPage() {
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Link href="/" className={classes.back}>
        ← Back to the product
      </Link>
      <PageTitle
        title="What the categories mean"
        about="What a person, a rule and the text model are all held to. A product's rules may count a kind elsewhere."
      />
      {categories.map((category) => (
        <Definition key={category} category={category} />
      ))}
      <section aria-labelledby="unclassified" className={classes.part}>
        <Heading category="unclassified" />
        <Text>{categoryWords.unclassified.meaning}</Text>
      </section>
      <section aria-labelledby="units" className={classes.part}>
        <Title order={2} size="h4" id="units">
          What is counted
        </Title>
        <dl className={classes.kinds}>
          {units.map((unit) => (
            <div key={unit}>
              <dt>{unitWords[unit].name}</dt>
              <dd>{unitWords[unit].meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}

function Definition({ category }: { category: Category }) {
  const { test, examples, hardCases } = categoryDefinitions[category];
  const own = kinds.filter((kind) => defaultCategoryOfKind[kind] === category);
  return (
    <section aria-labelledby={category} className={classes.part}>
      <Heading category={category} />
      <Text>{test}</Text>
      <Text size="sm" c="dimmed">
        For example: {examples.map((example) => `“${example}”`).join(", ")}.
      </Text>
      <Title order={3} size="h6" mt="sm">
        Kinds
      </Title>
      <dl className={classes.kinds}>
        {own.map((kind) => (
          <div key={kind}>
            <dt>{kindDefinitions[kind].name}</dt>
            <dd>{kindDefinitions[kind].meaning}</dd>
          </div>
        ))}
      </dl>
      <Title order={3} size="h6" mt="sm">
        Hard cases
      </Title>
      <ul className={classes.cases}>
        {hardCases.map(({ item, answer, why }) => (
          <li key={item}>
            “{item}” is <strong>{categoryWords[answer].name.toLowerCase()}</strong>. {why}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Heading({ category }: { category: Category | "unclassified" }) {
  return (
    <Title order={2} size="h4" id={category} className={classes.heading}>
      <CategorySwatch category={category} />
      {categoryWords[category].name}
    </Title>
  );
}
