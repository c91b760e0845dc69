import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../client";
import {
  type AgreementRow,
  type AgreementStepRow,
  agreementSteps,
  agreements,
  type StageRow,
  stages,
} from "../schema";

type AgreementKey = { workspaceId: string; agreementId: string };
type ProductKey = { workspaceId: string; productId: string };

/** What a talk is about: one stage, the whole product or one team, the agreement or an exception. */
type TalkKey = Pick<AgreementRow, "workspaceId" | "stageId" | "teamId"> & { exception: boolean };

export type AgreementOfStage = { agreement: AgreementRow; stage: StageRow };

const ofAgreement = ({ workspaceId, agreementId }: AgreementKey) =>
  and(eq(agreements.workspaceId, workspaceId), eq(agreements.id, agreementId));

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(agreements.workspaceId, workspaceId), eq(agreements.productId, productId));

const ofTalk = ({ workspaceId, stageId, teamId, exception }: TalkKey) =>
  and(
    eq(agreements.workspaceId, workspaceId),
    eq(agreements.stageId, stageId),
    teamId === null ? isNull(agreements.teamId) : eq(agreements.teamId, teamId),
    exception ? isNotNull(agreements.startsOn) : isNull(agreements.startsOn),
  );

const stageOf = and(
  eq(stages.workspaceId, agreements.workspaceId),
  eq(stages.id, agreements.stageId),
);

export async function insertAgreement(db: Db, row: AgreementRow): Promise<void> {
  await db.insert(agreements).values(row);
}

/** Adds to the record; what is there already is never written again. */
export async function insertAgreementStep(db: Db, row: AgreementStepRow): Promise<void> {
  await db.insert(agreementSteps).values(row);
}

export async function findAgreement(db: Db, key: AgreementKey): Promise<AgreementOfStage | null> {
  const [row] = await db
    .select({ agreement: agreements, stage: stages })
    .from(agreements)
    .innerJoin(stages, stageOf)
    .where(ofAgreement(key));
  return row ?? null;
}

/** A product's agreements or its exceptions, newest first, each with its stage. */
export function listAgreementsOfProduct(
  db: Db,
  { exceptions, ...product }: ProductKey & { exceptions: boolean },
): Promise<AgreementOfStage[]> {
  const kind = exceptions ? isNotNull(agreements.startsOn) : isNull(agreements.startsOn);
  return db
    .select({ agreement: agreements, stage: stages })
    .from(agreements)
    .innerJoin(stages, stageOf)
    .where(and(ofProduct(product), kind))
    .orderBy(desc(agreements.createdAt), desc(agreements.id));
}

/** What was ever in force in a product, exceptions too, each with its stage. */
export function readAgreed(db: Db, product: ProductKey): Promise<AgreementOfStage[]> {
  return db
    .select({ agreement: agreements, stage: stages })
    .from(agreements)
    .innerJoin(stages, stageOf)
    .where(and(ofProduct(product), isNotNull(agreements.inForceAt)))
    .orderBy(asc(agreements.inForceAt), asc(agreements.id));
}

/** The steps of agreements, in order. */
export function readAgreementSteps(
  db: Db,
  { workspaceId, agreementIds }: { workspaceId: string; agreementIds: string[] },
): Promise<AgreementStepRow[]> {
  if (agreementIds.length === 0) return Promise.resolve([]);
  return db
    .select()
    .from(agreementSteps)
    .where(
      and(
        eq(agreementSteps.workspaceId, workspaceId),
        inArray(agreementSteps.agreementId, agreementIds),
      ),
    )
    .orderBy(asc(agreementSteps.agreementId), asc(agreementSteps.number));
}

/** Those of a talk that stand in one state. */
export function readTalk(
  db: Db,
  { state, ...talk }: TalkKey & { state: AgreementRow["state"] },
): Promise<AgreementRow[]> {
  return db
    .select()
    .from(agreements)
    .where(and(ofTalk(talk), eq(agreements.state, state)));
}

export async function countAgreements(db: Db, product: ProductKey): Promise<number> {
  return db.$count(agreements, ofProduct(product));
}

/** Writes what an agreement has come to, if it still is what the change was decided from. */
export async function updateAgreement(
  db: Db,
  { from, ...key }: AgreementKey & { from: Pick<AgreementRow, "state" | "version"> },
  change: Partial<
    Pick<
      AgreementRow,
      "state" | "version" | "side" | "shares" | "tolerance" | "inForceAt" | "supersededAt"
    >
  >,
): Promise<boolean> {
  const updated = await db
    .update(agreements)
    .set(change)
    .where(
      and(ofAgreement(key), eq(agreements.state, from.state), eq(agreements.version, from.version)),
    )
    .returning({ id: agreements.id });
  return updated.length > 0;
}
