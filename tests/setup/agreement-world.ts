import type { Db } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import {
  type AnswerAgreement,
  answerAgreementSchema,
  type ProposeAgreement,
  type ProposeException,
  proposeAgreementSchema,
  proposeExceptionSchema,
} from "@/lib/contracts/agreements";
import { getBalanceSchema } from "@/lib/contracts/balance";
import {
  type CreateStage,
  createStageSchema,
  type UpdateStage,
  updateStageSchema,
} from "@/lib/contracts/stages";
import { answerAgreement } from "@/lib/services/answer-agreement";
import type { Context } from "@/lib/services/context";
import { createStage } from "@/lib/services/create-stage";
import { deleteStage } from "@/lib/services/delete-stage";
import { getBalance } from "@/lib/services/get-balance";
import { listAgreements } from "@/lib/services/list-agreements";
import { listStages } from "@/lib/services/list-stages";
import { proposeAgreement } from "@/lib/services/propose-agreement";
import { proposeException } from "@/lib/services/propose-exception";
import { createReadCache } from "@/lib/services/read-cache";
import { updateStage } from "@/lib/services/update-stage";
import { makeProduct } from "@/tests/factories";
import { contextOf } from "./context";

/** A product on a day that can be moved, and everything that can be said about its agreements. */
export class AgreementWorld {
  readonly ctx: Context;
  private readonly productId: string;

  private constructor(
    db: Db,
    readonly product: ProductRow,
    public now: Date,
  ) {
    this.productId = product.id;
    // What is kept of readings must be as new as what was said last.
    this.ctx = contextOf(db, product, { now: () => this.now, reads: createReadCache() });
  }

  static async create(db: Db, now: string): Promise<AgreementWorld> {
    return new AgreementWorld(db, await makeProduct(db), new Date(now));
  }

  stage(stage: CreateStage) {
    const input = { productId: this.productId, stage: createStageSchema.parse(stage) };
    return createStage({ ctx: this.ctx, input });
  }

  changeStage(stageId: string, change: UpdateStage) {
    const input = { stageId, change: updateStageSchema.parse(change) };
    return updateStage({ ctx: this.ctx, input });
  }

  deleteStage(stageId: string) {
    return deleteStage({ ctx: this.ctx, input: { stageId } });
  }

  propose(proposal: ProposeAgreement) {
    const parsed = proposeAgreementSchema.parse(proposal);
    return proposeAgreement({
      ctx: this.ctx,
      input: { productId: this.productId, proposal: parsed },
    });
  }

  except(proposal: ProposeException) {
    const parsed = proposeExceptionSchema.parse(proposal);
    return proposeException({
      ctx: this.ctx,
      input: { productId: this.productId, proposal: parsed },
    });
  }

  answer(agreementId: string, answer: AnswerAgreement) {
    const input = { agreementId, answer: answerAgreementSchema.parse(answer) };
    return answerAgreement({ ctx: this.ctx, input });
  }

  async stages() {
    const input = { productId: this.productId };
    return (await listStages({ ctx: this.ctx, input })).items;
  }

  /** Agreements and exceptions, with all that was said. */
  async agreements() {
    const read = async (exceptions: boolean) => {
      const input = { productId: this.productId, exceptions };
      return (await listAgreements({ ctx: this.ctx, input })).items;
    };
    return [...(await read(false)), ...(await read(true))];
  }

  balance(query: object) {
    const parsed = getBalanceSchema.parse(query);
    return getBalance({ ctx: this.ctx, input: { productId: this.productId, query: parsed } });
  }
}

export const twoSides = (feature: number) => ({ feature, upkeep: 100 - feature });
