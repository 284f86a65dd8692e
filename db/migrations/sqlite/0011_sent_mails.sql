-- what is sent keeps no text any more: private links stood in it
UPDATE `outbox` SET `payload` = json_object('to', json_extract(`payload`, '$.to'), 'subject', json_extract(`payload`, '$.subject'), 'text', '') WHERE `kind` = 'email' AND `state` = 'sent';
