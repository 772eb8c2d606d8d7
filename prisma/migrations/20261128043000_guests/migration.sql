-- AlterTable
ALTER TABLE "booking" ADD COLUMN     "guests" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- By hand from here on ------------------------------------------------------------------------------------------------

ALTER TABLE booking
  ALTER COLUMN guests SET NOT NULL,
  ADD CONSTRAINT booking_few_guests CHECK (cardinality(guests) <= 5 AND array_position(guests, NULL) IS NULL);
