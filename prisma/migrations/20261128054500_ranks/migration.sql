-- AlterTable
ALTER TABLE "type_host" ADD COLUMN     "rank" INTEGER NOT NULL DEFAULT 1;

-- By hand from here on ------------------------------------------------------------------------------------------------

-- "Only when nobody else is free" was said by a weight of nothing before.
UPDATE type_host SET rank = 2, weight = 1 WHERE weight = 0;
ALTER TABLE type_host
  DROP CONSTRAINT type_host_weight,
  ADD CONSTRAINT type_host_weight CHECK (weight BETWEEN 1 AND 100),
  ADD CONSTRAINT type_host_rank CHECK (rank BETWEEN 1 AND 3);
