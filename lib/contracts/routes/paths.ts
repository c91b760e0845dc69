/** Where an aggregate lives, as OpenAPI writes it. */
export const productPath = "/api/products/{productId}";
export const sourcePath = "/api/sources/{sourceId}";
export const teamPath = "/api/teams/{teamId}";
export const notePath = "/api/notes/{noteId}";
export const stagePath = "/api/stages/{stageId}";
export const agreementPath = "/api/agreements/{agreementId}";
export const digestPath = "/api/digests/{digestId}";
export const meetingPath = "/api/meetings/{meetingId}";
export const itemPath = "/api/items/{itemId}";
