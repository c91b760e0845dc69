"use client";

import { Anchor, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { formatAmount } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Model } from "@/lib/contracts/model";
import type { Product } from "@/lib/contracts/products";
import { ConfidenceTable } from "./confidence-table";
import { ConfusionTable } from "./confusion-table";
import { JudgedDrawer } from "./judged-drawer";
import { judgedParameters } from "./judged-parameters";
import classes from "./model.module.css";
import { ModelFigures } from "./model-figures";
import { modelOptions } from "./model-query";
import { accuracyWords, gainWords, learningWords } from "./model-words";
import { MonthsTable } from "./months-table";

/** How often the text model was right on what people decided here. */
export function ModelPage({ product }: { product: Product }) {
  const { data, error, isPending, refetch } = useQuery(modelOptions(product.id));
  return (
    <Stack gap="md" maw={1000}>
      <PageTitle
        title="Text model"
        about="How often it was right on items that people decided, each predicted before it was learnt."
      />
      {isPending ? <Skeleton height={320} aria-label="Loading how accurate the model is" /> : null}
      {error && !data ? (
        <ReadFailure
          title="The figures could not be read"
          error={error}
          onRetry={() => void refetch()}
        />
      ) : null}
      {data && data.judged === 0 ? <NothingYet productId={product.id} /> : null}
      {data && data.judged > 0 ? <Record product={product} model={data} /> : null}
    </Stack>
  );
}

function NothingYet({ productId }: { productId: string }) {
  return (
    <Text>
      Nothing is corrected yet: decide items or accept suggestions in{" "}
      <Anchor component={Link} href={`/products/${productId}/triage`} underline="always">
        triage
      </Anchor>
      . The model learns from each, and this page says how often it would have been right.
    </Text>
  );
}

function Record({ product, model }: { product: Product; model: Model }) {
  const locale = useLocale();
  const [selection, setSelection] = useQueryStates(judgedParameters);
  const open = (wanted: typeof selection) => void setSelection(wanted);
  return (
    <>
      <div>
        <p className={classes.headline} data-testid="accuracy">
          {accuracyWords(model, locale)}
        </p>
        <Text size="sm">
          {gainWords(model, locale)} People correct what is doubtful, so on all items the model is
          probably right more often than on these.
        </Text>
      </div>
      <ModelFigures model={model} onOpen={open} />
      <ConfusionTable model={model} onOpen={open} />
      <ConfidenceTable model={model} onOpen={open} />
      <MonthsTable model={model} onOpen={open} />
      <Text size="sm" c="dimmed">
        In ranges the truth lies with 95% probability; of fewer than {model.fewest} items no rate is
        given. The latest thousand corrections are judged
        {model.silent > 0
          ? `; ${formatAmount(model.silent, locale)} without a word to go by are left out`
          : ""}
        . {learningWords(model.learning, locale)}
      </Text>
      <JudgedDrawer
        product={product}
        selection={selection}
        onClose={() => void setSelection(null)}
      />
    </>
  );
}
