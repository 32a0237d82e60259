COMMENT ON COLUMN registration_attempt.address IS 'Network address';
COMMENT ON COLUMN sign_in_attempt.key IS 'What was tried, in digest: an account, known or not; or the network address it was tried from';
DROP TABLE registration_gate;
DROP TABLE sign_in_origin;
