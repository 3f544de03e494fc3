/** Journal event types of segmentation; version 1 each. */
export const segmentationEvents = {
  created: "segment.created",
  changed: "segment.changed",
  archived: "segment.archived",
  membersChanged: "segment.members_changed",
} as const;
