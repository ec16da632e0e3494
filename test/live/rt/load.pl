#!/usr/bin/perl
# Loads queues, custom fields, users and tickets, as JSON on the standard input tells them, with the moments that they
# tell: what the REST API cannot set. To be run once on an empty database, before the server is started.
use strict;
use warnings;
BEGIN { unshift @INC, '/usr/share/request-tracker5/lib' }
use JSON ();
use RT;
RT::LoadConfig();
RT::Init();

my $told = JSON->new->utf8->decode( do { local $/; <STDIN> } );
my $system = RT->SystemUser;

sub made {
    my ( $class, %args ) = @_;
    my $record = $class->new($system);
    my ( $id, $message ) = $record->Create(%args);
    die "$class $args{Name}: $message" unless $id;
    return $record;
}

my %queue = map { $_ => made( 'RT::Queue', Name => $_ ) } @{ $told->{queues} };
my $privileged = RT->System;
my %field;
for my $each ( @{ $told->{fields} } ) {
    my $field = made(
        'RT::CustomField',
        Name       => $each->{name},
        Type       => $each->{type},
        LookupType => RT::Ticket->CustomFieldLookupType,
    );
    $field->AddToObject($_) for values %queue;
    $field{ $each->{name} } = $field->Id;
}

my %user = ( RT_System => $system->Id, Nobody => RT->Nobody->Id );
for my $name ( @{ $told->{users} } ) {
    next if $user{$name};
    my $user = made( 'RT::User', Name => $name, Privileged => 1 );
    $user->PrincipalObj->GrantRight( Right => 'OwnTicket', Object => $privileged );
    $user{$name} = $user->Id;
}
# The one who asks: no more than what reading and the commands need.
my $asking = made( 'RT::User', Name => $told->{account}{name}, Password => $told->{account}{password}, Privileged => 1 );
for my $right ( qw(SeeQueue ShowTicket ShowTicketComments CreateTicket ModifyTicket ReassignTicket ReplyToTicket CommentOnTicket
    SeeCustomField ModifyCustomField) )
{
    $asking->PrincipalObj->GrantRight( Right => $right, Object => $privileged );
}
# Correspondence opens what is over, by a rule that RT begins with.
my $rules = RT::Scrips->new($system);
$rules->UnLimit;
while ( my $rule = $rules->Next ) {
    $rule->SetDisabled(1) if $rule->Description =~ /Open Inactive/i;
}

my $dbh = $RT::Handle->dbh;
$dbh->do('PRAGMA synchronous = OFF');
$RT::Handle->BeginTransaction;
my %isMoment = map { ( $_->{name} => ( $_->{type} =~ /^Date/ ? 1 : 0 ) ) } @{ $told->{fields} };
sub sql { my $at = shift; return defined $at ? $at : '1970-01-01 00:00:00' }

for my $each ( @{ $told->{tickets} } ) {
    my %values = map { ( "CustomField-$field{$_}" => $each->{fields}{$_} ) } grep { !$isMoment{$_} } keys %{ $each->{fields} };
    my $ticket = RT::Ticket->new($system);
    my ( $id, undef, $message ) = $ticket->Create(
        Queue              => $queue{ $each->{queue} }->Id,
        Subject            => $each->{subject},
        Owner              => $user{ $each->{owner} },
        Priority           => $each->{priority},
        _RecordTransaction => 0,
        %values,
    );
    die "Ticket $each->{number}: $message" unless $id;
    die "Ticket $each->{number} became $id" unless $id == $each->{number};
    $dbh->do(
        'UPDATE Tickets SET Status = ?, Created = ?, Started = ?, Resolved = ?, LastUpdated = ? WHERE id = ?',
        undef, $each->{status}, map( { sql( $each->{$_} ) } qw(created started resolved updated) ), $id,
    );
    # RT reads moments in the zone of whoever writes them, and keeps them in UTC.
    for my $name ( grep { $isMoment{$_} } keys %{ $each->{fields} } ) {
        my $at = $each->{fields}{$name}[0] =~ s/^(.{10})T(.{8})Z$/$1 $2/r;
        $dbh->do(
            'INSERT INTO ObjectCustomFieldValues (CustomField, ObjectType, ObjectId, Content, Creator, Created) VALUES (?, ?, ?, ?, 1, ?)',
            undef, $field{$name}, 'RT::Ticket', $id, $at, $at,
        );
    }
    if ( $each->{parent} ) {
        my $link = RT::Link->new($system);
        my ( $made, $why ) = $link->Create( Base => $id, Target => $each->{parent}, Type => 'MemberOf' );
        die "Link of $id: $why" unless $made;
    }
    for my $moment ( @{ $each->{history} } ) {
        my ( $name, $from, $to ) = @{$moment}{qw(field from to)};
        ( $from, $to ) = map { defined $_ && $_ ne '' ? $user{$_} : $user{Nobody} } $from, $to
            if defined $name && $name eq 'Owner';
        $name = $field{$name} if $moment->{type} eq 'CustomField';
        $dbh->do(
            'INSERT INTO Transactions (id, ObjectType, ObjectId, TimeTaken, Type, Field, OldValue, NewValue, Creator, Created)'
                . ' VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?)',
            undef, $moment->{id}, 'RT::Ticket', $id, $moment->{type}, $name, $from, $to,
            $user{ $moment->{actor} } || die("Nobody is called $moment->{actor}"), sql( $moment->{at} ),
        );
        next unless defined $moment->{text} && $moment->{text} ne '';
        my $part = RT::Attachment->new($system);
        my $entity = MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8', Data => [ Encode::encode( 'UTF-8', $moment->{text} ) ] );
        $part->Create( TransactionId => $moment->{id}, Attachment => $entity ) or die "A text of ticket $id";
    }
}
$RT::Handle->Commit;
