using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Achievements;
using SlotBooking.Core.Settings;

namespace SlotBooking.Web.Features.Game;

/// <summary>The game's rules: what is wrong is said at its field as it is typed, and nothing typed is lost when somebody else saves.</summary>
public sealed partial class RulesCard
{
    private readonly Func<Task> _save;
    private readonly Action _reset;
    private readonly Action<ChangeEventArgs> _setBoards;
    private readonly EventCallback<string>[] _sets;
    private RulesDraft _basis = RulesDraft.Of(new GameRules());
    private RulesDraft _draft = RulesDraft.Of(new GameRules());
    private IReadOnlyDictionary<string, string> _faults = new Dictionary<string, string>(StringComparer.Ordinal);
    private string? _refusal;
    private bool _isSaved;

    public RulesCard()
    {
        (_save, _reset) = (() => DoAsync(SaveAsync, Changed), () => Show(_basis));
        _setBoards = change => Show(Enum.TryParse<BoardView>(change.Value as string, out var view) ? _draft with { Boards = view } : _draft);
        _sets =
        [
            Setter((draft, text) => draft with { Booking = text }),
            Setter((draft, text) => draft with { Completed = text }),
            Setter((draft, text) => draft with { First = text }),
            Setter((draft, text) => draft with { Streak = text }),
            Setter((draft, text) => draft with { TakeBack = text }),
            Setter((draft, text) => draft with { Closing = text }),
            Setter((draft, text) => draft with { LevelBase = text }),
            Setter((draft, text) => draft with { LevelGrowth = text }),
        ];
    }

    [Inject]
    private SettingsStore Store { get; set; } = default!;

    private bool IsChanged => _draft != _basis;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var now = RulesDraft.Of(Office.Rules);
        if (now != _basis)
        {
            _draft = _draft.On(_basis, now);
            _basis = now;
        }

        _faults = _draft.Read(Office.Rules).Faults;
    }

    private EventCallback<string> Setter(Func<RulesDraft, string, RulesDraft> set) => EventCallback.Factory.Create<string>(this, text => Show(set(_draft, text)));

    private void Show(RulesDraft draft)
    {
        (_draft, _refusal, _isSaved) = (draft, null, false);
        _faults = draft.Read(Office.Rules).Faults;
    }

    private string? Fault(string value) => _faults.GetValueOrDefault(value);

    private async Task SaveAsync()
    {
        if (_faults.Count > 0)
        {
            _refusal = "Nichts gespeichert. Berichtige erst, was rot ist.";
            return;
        }

        var (draft, basis, saved) = (_draft, _basis, Office.Rules);
        var problems = await Store.ChangeAsync(
            GameSections.GameSection,
            rules => saved = draft.On(basis, RulesDraft.Of(rules)).Read(rules).Rules,
            Account,
            CancellationToken.None);
        (_refusal, _isSaved) = (problems.Count > 0 ? problems[0] : null, problems.Count == 0);
        if (_isSaved)
        {
            _basis = RulesDraft.Of(saved);
            _draft = _draft.On(draft, _basis); // what was typed meanwhile stays; „1.5“ is written „1,5“ from now on
        }
    }
}
