using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Events;

namespace SlotBooking.Tests.Achievements;

public sealed class FactReaderTests
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly Guid Anna = GameStory.Anna;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 24);

    public static TheoryData<string, OfficeEvent> Refused => new()
    {
        { "Der Zeitpunkt kann nicht stimmen.", GameLog.Booked(Id, Anna, DateTimeOffset.MinValue, Day, new(9, 0)) },
        { "Der Zeitpunkt kann nicht stimmen.", GameLog.Cancelled(Id, Anna, DateTimeOffset.MaxValue) },
        { "Der Zeitpunkt kann nicht stimmen.", GameLog.Corrected(Id, Anna, 3, new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero)) },
        { "Der Tag des Termins kann nicht stimmen.", GameLog.Booked(Id, Anna, Now, DateOnly.MinValue, new(9, 0)) },
        { "Der Tag des Termins kann nicht stimmen.", GameLog.Booked(Id, Anna, Now, DateOnly.MaxValue, new(9, 0)) },
        { "Es fehlt, wer gebucht hat oder welchen Termin.", new OfficeEvent { Kind = EventKinds.Booked, At = Now, BookingId = Id, Day = Day, Start = new(9, 0) } },
        { "Es fehlt, um welchen Termin es geht.", new OfficeEvent { Kind = EventKinds.Restored, At = Now } },
        { "Dieses Ergebnis eines Termins gibt es nicht.", Detail(EventKinds.OutcomeChanged, "{\"to\":\"3\"}") },
        { "Dieses Ergebnis eines Termins gibt es nicht.", Detail(EventKinds.OutcomeChanged, "{\"to\":\"NoShow, Completed\"}") },
        { "Dieses Ergebnis eines Termins gibt es nicht.", Detail(EventKinds.OutcomeChanged, null) },
        { "Die Angaben lassen sich nicht lesen.", Detail(EventKinds.OutcomeChanged, "{\"to\":\"\\ud800\"}") },
        { "Die Angaben lassen sich nicht lesen.", Detail(EventKinds.OutcomeChanged, new string('[', 5_000)) },
        { "So viele Punkte kann eine Berichtigung nicht bringen.", GameLog.Corrected(Id, Anna, 0, Now) },
        { "So viele Punkte kann eine Berichtigung nicht bringen.", GameLog.Corrected(Id, Anna, 10_001, Now) },
        { "So viele Punkte kann eine Berichtigung nicht bringen.", GameLog.Corrected(Id, Anna, int.MinValue, Now) },
        { "Die Angaben lassen sich nicht lesen.", Detail(EventKinds.PointsCorrected, "{\"id\":\"x\"}") },
        { "Die Angaben lassen sich nicht lesen.", Detail(EventKinds.PointsCorrected, $"{{\"id\":\"{Id}\",\"account\":\"{Id}\",\"points\":99999999999}}") },
        { "Die Tage der Abwesenheit können nicht stimmen.", GameLog.Away(Id, Anna, DateOnly.MinValue, DateOnly.MaxValue, Now) },
        { "Die Tage der Abwesenheit können nicht stimmen.", GameLog.Away(Id, Anna, Day, Day.AddDays(366), Now) },
        { "Die Tage der Abwesenheit können nicht stimmen.", GameLog.Away(Id, Anna, Day, Day.AddDays(-1), Now) },
        { "Die Tage der Abwesenheit können nicht stimmen.", GameLog.Away(Id, Anna, new(1999, 12, 31), new(2000, 1, 1), Now) },
        { "Diesen Zeitraum gibt es nicht.", GameLog.Closed(new Period(PeriodKind.Day, DateOnly.MaxValue), Now) },
        { "Diesen Zeitraum gibt es nicht.", GameLog.Closed(Period.YearOf(DateOnly.MinValue), Now) },
        { "Diesen Zeitraum gibt es nicht.", Detail(EventKinds.PeriodClosed, "{\"period\":\"2025-W53\"}") },
        { "Die Angaben lassen sich nicht lesen.", Detail(EventKinds.SettingChanged, "\"game") },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_no_desk_would_write_is_refused_with_a_sentence(string reason, OfficeEvent told) =>
        Assert.Equal(reason, Assert.IsType<GameFact.Unreadable>(FactReader.Read(told)).Reason);

    [Fact]
    public void What_the_desks_write_at_their_limits_is_taken()
    {
        OfficeEvent[] fine =
        [
            GameLog.Corrected(Id, Anna, -10_000, Now),
            GameLog.Away(Id, Anna, Day, Day.AddDays(365), Now),
            GameLog.Booked(Id, Anna, Now.AddYears(100), Day, TimeOnly.MaxValue),
            GameLog.Closed(Period.WeekOf(new(2027, 1, 3)), Now),
        ];

        Assert.All(fine, told => Assert.IsNotType<GameFact.Unreadable>(FactReader.Read(told)));
        Assert.Null(FactReader.Read(new OfficeEvent { Kind = EventKinds.Moved, At = DateTimeOffset.MaxValue }));
    }

    private static OfficeEvent Detail(string kind, string? detail) => GameLog.Broken(kind, Now, detail);
}
