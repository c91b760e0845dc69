/** What GitHub's GraphQL API is asked for the kept events of up to this many issues at once. */
export const issuesPerQuery = 50;

/** Labels come by the name they have now, with their id; everything else as it was. */
export const historyQuery = `query History($ids: [ID!]!, $after: String) {
  nodes(ids: $ids) {
    __typename
    ... on Issue {
      id
      timelineItems(first: 100, after: $after, itemTypes: [
        CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, UNLABELED_EVENT, RENAMED_TITLE_EVENT,
        MILESTONED_EVENT, DEMILESTONED_EVENT, ISSUE_TYPE_ADDED_EVENT, ISSUE_TYPE_CHANGED_EVENT,
        ISSUE_TYPE_REMOVED_EVENT, TRANSFERRED_EVENT, ASSIGNED_EVENT
      ]) {
        nodes {
          ...shared
          ... on IssueTypeAddedEvent { createdAt issueType { name } }
          ... on IssueTypeChangedEvent { createdAt issueType { name } prevIssueType { name } }
          ... on IssueTypeRemovedEvent { createdAt issueType { name } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
    ... on PullRequest {
      id
      timelineItems(first: 100, after: $after, itemTypes: [
        CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, UNLABELED_EVENT, RENAMED_TITLE_EVENT,
        MILESTONED_EVENT, DEMILESTONED_EVENT, ASSIGNED_EVENT
      ]) {
        nodes { ...shared }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
fragment shared on Node {
  __typename
  ... on ClosedEvent { createdAt stateReason }
  ... on ReopenedEvent { createdAt }
  ... on LabeledEvent { createdAt label { id name } }
  ... on UnlabeledEvent { createdAt label { id name } }
  ... on RenamedTitleEvent { createdAt previousTitle currentTitle }
  ... on MilestonedEvent { createdAt milestoneTitle }
  ... on DemilestonedEvent { createdAt milestoneTitle }
  ... on TransferredEvent { createdAt fromRepository { nameWithOwner } }
  ... on AssignedEvent { createdAt assignee { ... on User { login } } }
}`;
