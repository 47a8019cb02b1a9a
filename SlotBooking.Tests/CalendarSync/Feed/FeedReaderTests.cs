using System.Text;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.CalendarSync.Feed;

public sealed class FeedReaderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_feed_holds_the_owners_appointments_of_the_pages_window_and_no_notes(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var mine = await BookAsync(office, office.Anna, 1, ACustomer.Named("Muster", "Erika", "0171 3920041") with { Note = "streng geheim", Email = "geheim@muster.example" });
        await BookAsync(office, office.Ben, 2);
        var token = (await MakeAsync(office)).Token;

        var file = await ReadAsync(office, token);

        var item = Assert.Single(file.Events);
        Assert.Equal((mine.Id.ToString(), "Muster, Erika", "Telefon: 0171 3920041"), (item["UID"], item["SUMMARY"], item["DESCRIPTION"]));
        Assert.Equal((mine.StartsAt, mine.EndsAt), (IcsFile.Instant(item["DTSTART"]), IcsFile.Instant(item["DTEND"])));
        Assert.DoesNotContain("geheim", Encoding.UTF8.GetString((await office.Get<FeedReader>().ReadAsync(token, default))!), StringComparison.Ordinal);

        office.Time.Advance(TimeSpan.FromDays(60));
        Assert.Single((await ReadAsync(office, token)).Events);
        office.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty((await ReadAsync(office, token)).Events);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_each_change_the_sequence_rises_and_the_rest_of_the_name_stays(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var booking = await BookAsync(office, office.Anna, 1);
        var token = (await MakeAsync(office)).Token;
        var to = new Slot(booking.Slot.Day.AddDays(1), new TimeOnly(16, 0));
        var cancel = new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "keine Zeit");
        var seen = new List<IReadOnlyDictionary<string, string>> { (await ReadAsync(office, token))[booking.Id] };
        foreach (var command in (BookingCommand[])
        [
            new Move(Guid.NewGuid(), office.Anna, booking.Id, to, MoveReason.Customer),
            new Confirm(Guid.NewGuid(), office.Anna, booking.Id, IsConfirmed: true),
            cancel,
            new Undo(Guid.NewGuid(), office.Anna, cancel.CommandId),
            new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "doch nicht"),
        ])
        {
            office.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.IsType<CommandAnswer.Done>(await office.SendAsync(command));
            seen.Add((await ReadAsync(office, token))[booking.Id]);
        }

        Assert.Equal(["0", "1", "2", "3", "4", "5"], seen.Select(e => e["SEQUENCE"]));
        Assert.Equal(["TENTATIVE", "TENTATIVE", "CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED"], seen.Select(e => e["STATUS"]));
        Assert.Equal(office.Clock.At(to.Day, to.Start), IcsFile.Instant(seen[1]["DTSTART"]));
        Assert.Equal(seen.Select(e => e["DTSTAMP"]).Order(StringComparer.Ordinal), seen.Select(e => e["DTSTAMP"]));

        office.Time.Advance(FeedReader.CancelledShown + TimeSpan.FromMinutes(1));
        Assert.Empty((await ReadAsync(office, token)).Events);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_did_not_change_is_the_same_to_the_byte(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        await BookAsync(office, office.Anna, 1);
        var token = (await MakeAsync(office)).Token;

        var first = await office.Get<FeedReader>().ReadAsync(token, default);
        office.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(first, await office.Get<FeedReader>().ReadAsync(token, default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_renewed_or_revoked_link_and_one_of_somebody_who_left_open_nothing(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var desk = office.Get<FeedDesk>();
        var old = await MakeAsync(office);
        var renewed = Assert.IsType<FeedAnswer.Made>(await desk.MakeAsync(office.Anna, old.Link.Id, default));

        Assert.Null(await TryAsync(old.Token));
        Assert.NotNull(await TryAsync(renewed.Token));
        Assert.Null(await TryAsync(renewed.Token.ToUpperInvariant()));
        Assert.Null(await TryAsync(null));
        Assert.Null(await TryAsync(FeedToken.Next()));

        await SwitchAsync(isOff: true);
        Assert.Null(await TryAsync(renewed.Token));
        await SwitchAsync(isOff: false);
        Assert.NotNull(await TryAsync(renewed.Token));

        Assert.IsType<FeedAnswer.Revoked>(await desk.RevokeAsync(office.Anna, renewed.Link.Id, default));
        Assert.Null(await TryAsync(renewed.Token));
        Assert.Null(await desk.FindAsync(office.Anna, default));
        var told = await office.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.Kind == EventKinds.FeedLinkChanged).OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["made", "renewed", "revoked"], told.Select(e => e.Detail!.Split('"')[3]));
        Assert.All(told, e => Assert.Equal(office.Anna.AccountId, e.AccountId));

        Task<byte[]?> TryAsync(string? token) => office.Get<FeedReader>().ReadAsync(token, default);

        Task SwitchAsync(bool isOff) =>
            office.ChangeAsync(db => db.Users.Single(a => a.Id == office.Anna.AccountId).DisabledAt = isOff ? office.Clock.Now : null);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_windows_that_make_or_renew_at_once_one_wins_and_the_other_is_told(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var desk = office.Get<FeedDesk>();

        for (var round = 0; round < 5; round++)
        {
            var instead = (await desk.FindAsync(office.Anna, default))?.Id;
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.MakeAsync(office.Anna, instead, default))));

            var made = Assert.Single(answers.OfType<FeedAnswer.Made>());
            Assert.Equal(3, answers.OfType<FeedAnswer.ChangedMeanwhile>().Count(changed => changed.Link?.Id == made.Link.Id));
            Assert.NotNull(await office.Get<FeedReader>().ReadAsync(made.Token, default));
        }

        Assert.IsType<FeedAnswer.ChangedMeanwhile>(await desk.RevokeAsync(office.Anna, Guid.NewGuid(), default));
        Assert.IsType<FeedAnswer.ChangedMeanwhile>(await desk.MakeAsync(office.Anna, null, default));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_secret_is_kept_nowhere_and_fetching_is_noted_now_and_then(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var made = await MakeAsync(office);
        Assert.Null(made.Link.FetchedAt);

        await ReadAsync(office, made.Token);
        var first = office.Clock.Now;
        office.Time.Advance(TimeSpan.FromMinutes(4));
        await ReadAsync(office, made.Token);
        Assert.Equal(first, (await office.Get<FeedDesk>().FindAsync(office.Anna, default))!.FetchedAt);
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync(office, made.Token);
        Assert.Equal(office.Clock.Now, (await office.Get<FeedDesk>().FindAsync(office.Anna, default))!.FetchedAt);

        var link = await office.ReadAsync(db => db.FeedLinks.AsNoTracking().SingleAsync());
        Assert.Equal(FeedToken.Hash(made.Token), link.TokenHash);
        Assert.DoesNotContain(made.Token, made.ToString(), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_an_erased_customer_a_feed_tells_neither_name_nor_number(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var booking = await BookAsync(office, office.Anna, 1, ACustomer.Named("Vertraulich", "Veronika", "0171 3920041"));
        var token = (await MakeAsync(office)).Token;
        await office.SendAsync(new Cancel(Guid.NewGuid(), office.Anna, booking.Id, "keine Zeit"));
        await office.Get<CustomerBook>().RunAsync(alsoUnseen: true, default);
        var customer = await office.ReadAsync(db => db.Bookings.Where(b => b.Id == booking.Id).Select(b => b.CustomerId!.Value).SingleAsync());

        Assert.IsType<CustomerAnswer.Done>(await office.Get<CustomerErasure>().EraseAsync(customer, "Vertraulich", office.Admin, default));

        var item = (await ReadAsync(office, token))[booking.Id];
        Assert.Equal(("Gelöscht, Kunde ( abgesagt )", "CANCELLED", "2"), (item["SUMMARY"], item["STATUS"], item["SEQUENCE"]));
        Assert.DoesNotContain("DESCRIPTION", item.Keys);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_books_nobody_gets_no_link(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var clara = await office.HireAsync("clara", "Clara Winter", Roles.Consultant);

        Assert.IsType<FeedAnswer.NotAllowed>(await office.Get<FeedDesk>().MakeAsync(clara, null, default));
        Assert.IsType<FeedAnswer.NotAllowed>(await office.Get<FeedDesk>().MakeAsync(new Actor(Guid.NewGuid(), "Fremd"), null, default));
        Assert.IsType<FeedAnswer.NotAllowed>(await office.Get<FeedDesk>().MakeAsync(Actor.System, null, default));
    }

    private static Task<Office> OpenAsync(DatabaseKind kind) => Office.OpenAsync(kind, register: services => services.AddFeeds());

    private static async Task<BookingView> BookAsync(Office office, Actor agent, int daysAhead, CustomerEntry? customer = null) =>
        Assert.IsType<CommandAnswer.Done>(await office.SendAsync(ACustomer.Into(new Slot(office.Today.AddDays(daysAhead), new TimeOnly(14, 0)), agent, customer))).Booking;

    private static async Task<FeedAnswer.Made> MakeAsync(Office office) =>
        Assert.IsType<FeedAnswer.Made>(await office.Get<FeedDesk>().MakeAsync(office.Anna, null, default));

    private static async Task<IcsFile> ReadAsync(Office office, string token) => IcsFile.Read((await office.Get<FeedReader>().ReadAsync(token, default))!);
}
