using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Projection;

namespace SlotBooking.Core.Achievements.Boards;

/// <summary>What admins look after.</summary>
/// <param name="Rules">The rules now.</param>
/// <param name="People">Who plays, by name.</param>
/// <param name="Changes">The latest changes of the rules, newest first.</param>
/// <param name="Corrections">The latest corrections, newest first.</param>
/// <param name="Absences">Everybody's absences of these weeks and those to come.</param>
/// <param name="ParkedCount">How many events were not understood.</param>
/// <param name="Parked">The latest of them.</param>
public sealed record GameOverviewAnswer(
    GameRules Rules,
    IReadOnlyList<GamePerson> People,
    IReadOnlyList<RuleChange> Changes,
    IReadOnlyList<CorrectionLine> Corrections,
    IReadOnlyList<AbsenceLine> Absences,
    int ParkedCount,
    IReadOnlyList<ParkedEvent> Parked);

/// <summary>Somebody who plays.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Points">Points in all.</param>
/// <param name="IsLeftOut">Not on the boards.</param>
public sealed record GamePerson(Guid Id, string Name, int Points, bool IsLeftOut);

/// <summary>One change of the rules.</summary>
/// <param name="Id">The change.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Before">The rules before.</param>
/// <param name="After">The rules from then on.</param>
public sealed record RuleChange(Guid Id, DateTimeOffset At, string Author, GameRules Before, GameRules After);

/// <summary>One correction of points.</summary>
/// <param name="Id">The correction.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Author">Who.</param>
/// <param name="Name">Whose points; null when the account is gone.</param>
/// <param name="Points">How many.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectionLine(Guid Id, DateTimeOffset At, string Author, string? Name, int Points, string Reason);

/// <summary>One absence.</summary>
/// <param name="Id">The absence.</param>
/// <param name="Name">Who is away.</param>
/// <param name="First">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Author">Who entered it.</param>
public sealed record AbsenceLine(Guid Id, string Name, DateOnly First, DateOnly Through, AbsenceReason Reason, string Author);
