-- The tables of the predecessor with the columns that are read, and a password.

CREATE TABLE live_model (
    id serial PRIMARY KEY, "liveId" varchar NOT NULL UNIQUE, category text, "isLive" boolean NOT NULL DEFAULT true,
    "liveName" varchar NOT NULL, location varchar, "showStartDate" timestamp NOT NULL DEFAULT '2025-01-05',
    "showEndDate" timestamp NOT NULL DEFAULT '2025-06-05', "saleStartDate" timestamp, "saleEndDate" timestamp,
    "runningTime" integer, "targetShare" numeric(10, 1), bep bigint, "showTotalSeatNumber" integer DEFAULT 0,
    "previewEndingDate" timestamp, "latestRecordDate" timestamp, "concertDateTime" timestamp,
    "concertSeatNumberR" integer, "concertSeatNumberS" integer, "concertSeatNumberA" integer,
    "concertSeatNumberB" integer, "concertSeatNumberVip" integer);
CREATE TABLE user_model (
    id serial PRIMARY KEY, email varchar NOT NULL UNIQUE, password varchar NOT NULL, name varchar NOT NULL UNIQUE,
    role integer NOT NULL DEFAULT 2, "isFileUploader" boolean NOT NULL DEFAULT false,
    "isLiveManager" boolean NOT NULL DEFAULT false, "liveNameList" text[], status boolean NOT NULL DEFAULT false);
CREATE TABLE daily_target_model (
    id serial PRIMARY KEY, date timestamp NOT NULL, target integer NOT NULL, "liveId" varchar);
CREATE TABLE weekly_marketing_calendar_model (
    id serial PRIMARY KEY, "weekNumber" integer NOT NULL, "weekStartDate" timestamp NOT NULL, "salesMarketing" text,
    promotion text, etc text, "liveId" varchar);
CREATE TABLE calendar_model (
    id serial PRIMARY KEY, date timestamp NOT NULL, "noteSales" varchar, "noteMarketing" varchar, "noteOthers" varchar);
CREATE TABLE monthly_etc_model (id serial PRIMARY KEY, year integer NOT NULL, month integer NOT NULL, etc text);
CREATE TABLE file_upload_model (
    id serial PRIMARY KEY, "fileName" varchar NOT NULL, "recordDate" timestamp NOT NULL, "uploadBy" varchar NOT NULL,
    "uploadDate" timestamp NOT NULL DEFAULT '2025-03-02 17:03:35', "deleteDate" timestamp, "liveId" varchar);
CREATE TABLE play_ticket_sale_model (
    id serial PRIMARY KEY, "salesDate" timestamp NOT NULL, sales integer NOT NULL, "seatTot" integer NOT NULL,
    "playUploadId" integer);
CREATE TABLE play_show_sale_model (
    id serial PRIMARY KEY, "showDateTime" timestamp NOT NULL, "paidSeatSales" integer NOT NULL,
    "paidSeatTot" integer NOT NULL, "inviteSeatTot" integer NOT NULL, "playUploadId" integer);
CREATE TABLE concert_ticket_sale_model (
    id serial PRIMARY KEY, "salesDate" timestamp NOT NULL, sales integer NOT NULL, "paidSeatTot" integer NOT NULL,
    "concertUploadId" integer);
CREATE TABLE concert_seat_sale_model (
    id serial PRIMARY KEY, "showDateTime" timestamp NOT NULL, "paidSeatTot" integer, "inviteSeatTot" integer,
    "concertUploadId" integer);
