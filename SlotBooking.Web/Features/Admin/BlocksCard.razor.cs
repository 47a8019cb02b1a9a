using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Admin;

/// <summary>The blocks ahead; entering one says first how many appointments lie in it.</summary>
public sealed partial class BlocksCard
{
    private IReadOnlyList<Block> _blocks = [];
    private IReadOnlyList<string> _problems = [];
    private DateOnly? _first;
    private DateOnly? _last;
    private TimeOnly? _from;
    private TimeOnly? _to;
    private string? _reason;
    private int _hit;
    private int _shown = -1;
    private bool _isBusy;

    /// <summary>Who changes them.</summary>
    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Rises when something changed elsewhere.</summary>
    [Parameter, EditorRequired]
    public required int Version { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private BlockService Blocks { get; set; } = default!;

    [Inject]
    private BlockImpactQuery Impact { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    /// <summary>Gets what is filled in; null while a day is missing.</summary>
    private BlockSpan? Draft => _first is { } first && _last is { } last ? new(first, last, _from, _to, _reason?.Trim() ?? "") : null;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _first = _last = Clock.Today.AddDays(1);
        await PreviewAsync();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Version)
        {
            _shown = Version;
            _blocks = await Blocks.ListAsync(CancellationToken.None);
        }
    }

    private async Task PreviewAsync()
    {
        if (_last < _first)
        {
            _last = _first;
        }

        _problems = [];
        if (Draft is not { } draft)
        {
            _hit = 0;
            return;
        }

        var asked = draft with { Reason = "" };
        var hit = await Impact.CountAsync(asked, CancellationToken.None);
        if (asked == Draft with { Reason = "" })
        {
            _hit = hit; // else other days were chosen meanwhile, and their answer is on its way
        }
    }

    private async Task AddAsync()
    {
        if (_isBusy || Draft is not { } draft)
        {
            return; // the field says which day is missing
        }

        _isBusy = true;
        try
        {
            _problems = await Blocks.AddAsync(draft, Actor, CancellationToken.None);
            if (_problems.Count == 0)
            {
                _reason = null;
                _blocks = await Blocks.ListAsync(CancellationToken.None);
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task RemoveAsync(Block block)
    {
        _problems = await Blocks.RemoveAsync(block.Id, Actor, CancellationToken.None);
        _blocks = await Blocks.ListAsync(CancellationToken.None);
    }

    private string Span(Block block)
    {
        var days = block.FirstDay == block.LastDay
            ? OfficeDates.ShortTitle(block.FirstDay)
            : T["{0} bis {1}", OfficeDates.ShortTitle(block.FirstDay), OfficeDates.ShortTitle(block.LastDay)].Value;
        return (block.From, block.To) switch
        {
            (null, null) => days,
            ({ } from, null) => T["{0}, ab {1}", days, OfficeDates.Clock(from)],
            (null, { } to) => T["{0}, bis {1}", days, OfficeDates.Clock(to)],
            ({ } from, { } to) => T["{0}, {1} bis {2}", days, OfficeDates.Clock(from), OfficeDates.Clock(to)],
        };
    }
}
