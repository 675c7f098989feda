CREATE TABLE public.trip (
    id bigint NOT NULL,
    label text,
    kind character varying(9) DEFAULT 'far'::character varying,
    flags bit varying(8),
    made timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc'::text) NOT NULL,
    CONSTRAINT trip_kind_check CHECK (((kind)::text = ANY ((ARRAY['far'::character varying, 'near'::character varying])::text[])))
);
CREATE SEQUENCE public.trip_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.trip_id_seq OWNED BY public.trip.id;
ALTER TABLE ONLY public.trip ALTER COLUMN id SET DEFAULT nextval('public.trip_id_seq'::regclass);
INSERT INTO public.trip (id, label, flags, made) VALUES (1, 'out', B'0110', '2024-01-01 10:00:00'), (2, NULL, NULL, '2024-01-02 10:00:00');
SELECT pg_catalog.setval('public.trip_id_seq', 41, true);
ALTER TABLE ONLY public.trip ADD CONSTRAINT trip_label_key UNIQUE NULLS NOT DISTINCT (label);
CREATE VIEW public.near AS
 SELECT trip.id
   FROM public.trip
  WHERE ((trip.kind)::text <> ALL ((ARRAY['near'::character varying, 'next'::character varying])::text[]));
