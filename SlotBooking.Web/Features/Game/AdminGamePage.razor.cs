using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Achievements.Boards;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.News;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;

namespace SlotBooking.Web.Features.Game;

/// <summary>What admins decide about the game: rules, who is on the boards, corrections; and what was not understood.</summary>
public sealed partial class AdminGamePage
{
    private readonly Func<Task> _save;
    private readonly Func<Task> _correct;
    private GameOverviewAnswer? _office;
    private Draft _draft = new(new GameRules());
    private IReadOnlyList<string> _problems = [];
    private Guid _whom;
    private Guid _absent;
    private int _points;
    private string _reason = "";
    private string? _said;
    private bool _wasDone;

    public AdminGamePage() => (_save, _correct) = (SaveAsync, CorrectAsync);

    [Inject]
    private GameOverview Overview { get; set; } = default!;

    [Inject]
    private SettingsStore Store { get; set; } = default!;

    [Inject]
    private GameChoices Choices { get; set; } = default!;

    [Inject]
    private CorrectionDesk Corrections { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var isFirst = _office is null;
        _office = await Overview.ReadAsync(Me, Closed) ?? throw new UnauthorizedAccessException();
        if (isFirst)
        {
            _draft = new Draft(_office.Rules);
            _whom = _absent = _office.People is [var first, ..] ? first.Id : Guid.Empty;
        }
    }

    private async Task SaveAsync()
    {
        _problems = await Store.ChangeAsync("game", settings => settings with { Game = _draft.In(settings.Game) }, Me, Closed);
        await LoadAsync();
    }

    private async Task LeaveOutAsync(GamePerson person)
    {
        await Choices.LeaveOutAsync(person.Id, !person.IsLeftOut, Me, Closed);
        await LoadAsync();
    }

    private async Task CorrectAsync()
    {
        var answer = await Corrections.CorrectAsync(_whom, _points, _reason, Me, Closed);
        _wasDone = answer is CorrectionAnswer.Done;
        _said = answer switch
        {
            CorrectionAnswer.Done => T["Eingetragen. Es zählt gleich."].Value,
            CorrectionAnswer.BadPoints => T["Gib zwischen −10000 und 10000 Punkte an, nur nicht 0."].Value,
            CorrectionAnswer.BadReason => T["Gib einen Grund an, höchstens 200 Zeichen."].Value,
            _ => T["Dein Konto darf das nicht."].Value,
        };
        if (_wasDone)
        {
            (_points, _reason) = (0, "");
        }
    }

    /// <summary>The rules while they are being edited.</summary>
    private sealed class Draft(GameRules rules)
    {
        public int Booking { get; set; } = rules.BookingPoints;

        public int Completed { get; set; } = rules.CompletedPoints;

        public int First { get; set; } = rules.FirstOfDayPoints;

        public int Streak { get; set; } = rules.StreakPoints;

        public int TakeBack { get; set; } = rules.TakeBackMinutes;

        public TimeOnly Closing { get; set; } = rules.ClosingTime;

        public int LevelBase { get; set; } = rules.Levels.Base;

        public double LevelGrowth { get; set; } = rules.Levels.Growth;

        public BoardView Boards { get; set; } = rules.Boards;

        public GameRules In(GameRules before) => before with
        {
            BookingPoints = Booking,
            CompletedPoints = Completed,
            FirstOfDayPoints = First,
            StreakPoints = Streak,
            TakeBackMinutes = TakeBack,
            ClosingTime = Closing,
            Levels = before.Levels with { Base = LevelBase, Growth = LevelGrowth },
            Boards = Boards,
        };
    }
}
