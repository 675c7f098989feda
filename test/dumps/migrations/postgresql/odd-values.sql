-- Types by their catalogue names, moments that tell their zone in columns with and without one
CREATE TABLE public.lighthouse (
	id int4 NOT NULL,
	"name" varchar(20) NOT NULL,
	lamps _text NULL,
	flashes _int4 DEFAULT '{1,2}',
	lit timestamptz DEFAULT now() NULL,
	logged timestamp NULL,
	CONSTRAINT lighthouse_pkey PRIMARY KEY (id)
);
INSERT INTO public.lighthouse (id, "name", lamps, lit, logged) VALUES
(1, 'North', '{red,green}', '2024-01-01 10:00:00.000 +0100', '2024-01-01 10:00:00.000 +0100'),
(2, 'South', NULL, '2024-06-01 23:30:00-05', '2024-06-01 23:30:00');
