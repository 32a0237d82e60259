DROP TABLE registration_attempt;
DROP TABLE sign_in_attempt;
DROP TABLE reset_link;
DROP TABLE api_key;
DROP TABLE session;
DROP TABLE account_production;
DROP TABLE account;
