-- A cover that is cancelled ends then, and its end alone says so; of those cancelled before this it is
-- not known here when, and they stay without effect.
update book_cover set to_at = from_at where state = 'CANCELLED';
