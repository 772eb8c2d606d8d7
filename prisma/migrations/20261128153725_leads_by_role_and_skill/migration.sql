-- Role and skill in one index: asked for together, the two are matched inside it, and few leads come out. Two indexes gave
-- all leads of either, which were matched outside, once for each kind of lead that a consultant sees.

-- DropIndex
DROP INDEX "lead_by_role";

-- DropIndex
DROP INDEX "lead_by_skill";

-- CreateIndex
CREATE INDEX "lead_by_role_and_skill" ON "lead" USING GIN ("roles", "skills");

-- Whose leads, as the indexes have it (decision 081), for the planner: of what an index leaves out leads it knows only that. It
-- expected 5,000 leads of a million for everybody, read all of somebody's and sorted them where a walk by the index was enough.
CREATE STATISTICS lead_holder ON (coalesce(owner_id, '')) FROM lead;

ANALYZE lead;
